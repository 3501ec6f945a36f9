package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CrispWidgetVerifier}.
 */
class CrispWidgetVerifierTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Duration TOLERANCE = Duration.ofHours(1);

	private static final byte[] BODY = "{\"item_id\":\"order\"}".getBytes(StandardCharsets.UTF_8);

	private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

	private final CrispWidgetVerifier verifier = new CrispWidgetVerifier(List.of("old", "secret"), TOLERANCE,
			new InMemoryCrispEventDeduplicator(10, Duration.ofHours(2), this.clock), this.clock);

	@ParameterizedTest
	@ValueSource(strings = { "secret", "old" })
	void signedRequestIsAccepted(String secret) {
		this.verifier.verify(signed(secret, NOW), BODY);
	}

	@Test
	void requestWithAnotherSignatureIsRejected() {
		assertRejected(signed("another", NOW), BODY, "signature");
	}

	@Test
	void requestWithAnotherBodyIsRejected() {
		assertRejected(signed("secret", NOW), "{}".getBytes(StandardCharsets.UTF_8), "signature");
	}

	@Test
	void requestWithoutSignatureIsRejected() {
		assertRejected(new HttpHeaders(), BODY, "signature");
	}

	@Test
	void oldRequestIsRejected() {
		assertRejected(signed("secret", NOW.minus(TOLERANCE).minusMillis(1)), BODY, "timestamp");
	}

	@Test
	void requestOfTheFutureIsRejected() {
		assertRejected(signed("secret", NOW.plus(TOLERANCE).plusMillis(1)), BODY, "timestamp");
	}

	@Test
	void requestThatWasReceivedBeforeIsRejected() {
		this.verifier.verify(signed("secret", NOW), BODY);
		assertRejected(signed("secret", NOW), BODY, "received before");
	}

	@Test
	void sameActionAtAnotherTimeIsAccepted() {
		this.verifier.verify(signed("secret", NOW), BODY);
		this.verifier.verify(signed("secret", NOW.plusMillis(1)), BODY);
	}

	@Test
	void rejectedRequestIsNotRemembered() {
		HttpHeaders forged = signed("another", NOW);
		assertRejected(forged, BODY, "signature");
		this.verifier.verify(signed("secret", NOW), BODY);
	}

	@Test
	void secretIsRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CrispWidgetVerifier(List.of(" "), TOLERANCE,
				new InMemoryCrispEventDeduplicator(1, TOLERANCE, this.clock), this.clock));
	}

	private void assertRejected(HttpHeaders headers, byte[] body, @Nullable String reason) {
		assertThatExceptionOfType(CrispWidgetRequestException.class)
			.isThrownBy(() -> this.verifier.verify(headers, body))
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED));
	}

	private static HttpHeaders signed(String secret, Instant time) {
		String timestamp = Long.toString(time.toEpochMilli());
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Crisp-Request-Timestamp", timestamp);
		headers.set("X-Crisp-Signature", new CrispSignature(secret).sign(timestamp, BODY));
		return headers;
	}

}
