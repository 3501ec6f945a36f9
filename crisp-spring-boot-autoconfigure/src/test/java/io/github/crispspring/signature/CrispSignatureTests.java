package io.github.crispspring.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CrispSignatureTests {

	private static final byte[] BODY = "{\"event\":\"message:send\"}".getBytes(StandardCharsets.UTF_8);

	private final CrispSignature signature = new CrispSignature("secret");

	private final String valid = this.signature.sign("1632396148800", BODY);

	@ParameterizedTest
	@MethodSource("vectors")
	void signatureMatchesThatOfCrisp(JsonNode vector) {
		byte[] body = vector.get("body_utf8").asString().getBytes(StandardCharsets.UTF_8);
		CrispSignature signature = new CrispSignature(vector.get("secret").asString());
		assertThat(signature.sign(vector.get("timestamp").asString(), body))
			.isEqualTo(vector.get("signature_hex").asString());
	}

	@Test
	void validSignatureIsAccepted() {
		assertThat(this.signature.verify(this.valid, "1632396148800", BODY)).isTrue();
		assertThat(this.signature.verify(this.valid.toUpperCase(Locale.ROOT), "1632396148800", BODY)).isTrue();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "0", "not hexadecimal at all",
			"zz11220833296189a3ccc19ad441edb8ec469082e5d3d4baf4d2fdf6cfcfcb0f",
			"11220833296189a3ccc19ad441edb8ec469082e5d3d4baf4d2fdf6cfcfcb0fdf" })
	void otherSignaturesAreRejected(String candidate) {
		assertThat(this.signature.verify(candidate, "1632396148800", BODY)).isFalse();
	}

	@Test
	void truncatedSignatureIsRejected() {
		for (int length = 0; length < this.valid.length(); length++) {
			assertThat(this.signature.verify(this.valid.substring(0, length), "1632396148800", BODY)).isFalse();
		}
	}

	@Test
	void signatureOfAnotherTimestampIsRejected() {
		assertThat(this.signature.verify(this.valid, "1632396148801", BODY)).isFalse();
		assertThat(this.signature.verify(this.valid, null, BODY)).isFalse();
	}

	@Test
	void signatureOfAnotherBodyIsRejected() {
		byte[] changed = BODY.clone();
		changed[changed.length - 1] ^= 1;
		assertThat(this.signature.verify(this.valid, "1632396148800", changed)).isFalse();
	}

	@Test
	void signatureOfEachThreadIsThatOfItsBody() throws Exception {
		int threads = 4;
		CyclicBarrier start = new CyclicBarrier(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<Boolean>> results = new ArrayList<>();
			for (int thread = 0; thread < threads; thread++) {
				byte[] body = Integer.toString(thread).repeat(1000).getBytes(StandardCharsets.UTF_8);
				String expected = new CrispSignature("secret").sign("1632396148800", body);
				results.add(executor.submit(() -> {
					start.await(WaitLimit.SECONDS, TimeUnit.SECONDS);
					return IntStream.range(0, 2000)
						.allMatch((i) -> this.signature.verify(expected, "1632396148800", body));
				}));
			}
			for (Future<Boolean> result : results) {
				assertThat(result.get(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void emptySecretIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CrispSignature(""));
	}

	static Stream<JsonNode> vectors() throws Exception {
		JsonNode json = CrispJson.mapper()
			.readTree(new ClassPathResource("webhook/signature-vectors.json").getContentAsByteArray());
		return StreamSupport.stream(json.get("vectors").spliterator(), false);
	}

}
