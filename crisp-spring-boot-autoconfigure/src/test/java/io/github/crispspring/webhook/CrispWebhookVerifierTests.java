package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.github.crispspring.signature.CrispSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CrispWebhookVerifierTests {

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private static final String NOW = "1632396148800";

	@Test
	void anySecretVerifiesASignature() {
		CrispWebhookVerifier verifier = verifier(List.of("new", "old"), null, Duration.ofHours(1));
		assertThat(rejection(verifier, signed("new", NOW))).isNull();
		assertThat(rejection(verifier, signed("old", NOW))).isNull();
		assertThat(rejection(verifier, signed("other", NOW))).isEqualTo(WebhookRejection.SIGNATURE);
	}

	@Test
	void keyVerifiesUnsignedRequestsOnly() {
		CrispWebhookVerifier verifier = verifier(List.of("secret"), "key", Duration.ofHours(1));
		assertThat(rejection(verifier, request(null, null, "key"))).isNull();
		assertThat(rejection(verifier, request(null, null, "kex"))).isEqualTo(WebhookRejection.KEY);
		assertThat(rejection(verifier, request("wrong", NOW, "key"))).isEqualTo(WebhookRejection.SIGNATURE);
	}

	@Test
	void signatureIsRejectedWithoutSecrets() {
		CrispWebhookVerifier verifier = verifier(List.of(), "key", Duration.ofHours(1));
		String signature = new CrispSignature("key").sign(NOW, BODY);
		assertThat(rejection(verifier, request(signature, NOW, "key"))).isEqualTo(WebhookRejection.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "q3f+Zk9/W1==", "q3f%2BZk9/W1==", "q3f%2BZk9%2FW1%3D%3D" })
	void plusInKeyMayBeEncodedOrNot(String encoded) {
		CrispWebhookVerifier verifier = verifier(List.of(), "q3f+Zk9/W1==", Duration.ofHours(1));
		WebhookRequest request = WebhookRequest.of("POST", (header) -> null, "key=" + encoded,
				request(null, null, null).body());
		assertThat(rejection(verifier, request)).isNull();
	}

	@Test
	void keyIsRejectedIfOnlySecretsAreConfigured() {
		CrispWebhookVerifier verifier = verifier(List.of("secret"), null, Duration.ofHours(1));
		assertThat(rejection(verifier, request(null, NOW, "secret"))).isEqualTo(WebhookRejection.UNSIGNED);
	}

	@Test
	void emptySecretAndKeyMatchNoRequest() {
		CrispWebhookVerifier withEmptyKey = verifier(List.of("secret"), "", Duration.ofHours(1));
		assertThat(rejection(withEmptyKey, request(null, null, ""))).isEqualTo(WebhookRejection.UNSIGNED);
		assertThat(rejection(withEmptyKey, request(null, null, null))).isEqualTo(WebhookRejection.UNSIGNED);
		assertThatIllegalArgumentException().isThrownBy(() -> verifier(List.of(""), " ", Duration.ZERO));
	}

	@Test
	void requestBelongsToAccountWhoseSecretOrKeyVerifiesIt() {
		CrispWebhookVerifier verifier = new CrispWebhookVerifier(
				List.of(new CrispWebhookAccount("a", List.of("new", "old"), null),
						new CrispWebhookAccount("b", List.of("other"), "key"),
						new CrispWebhookAccount("c", List.of(), "another key")),
				Duration.ZERO, Clock.systemUTC());
		assertThat(verifier.verify(signed("old", NOW), BODY).account()).isEqualTo("a");
		assertThat(verifier.verify(signed("new", NOW), BODY).account()).isEqualTo("a");
		assertThat(verifier.verify(signed("other", NOW), BODY).account()).isEqualTo("b");
		assertThat(verifier.verify(request(null, null, "key"), BODY).account()).isEqualTo("b");
		assertThat(verifier.verify(request(null, null, "another key"), BODY).account()).isEqualTo("c");
		assertThat(verifier.verify(signed("key", NOW), BODY).account()).isNull();
		assertThat(verifier.verify(request(null, null, "other"), BODY).account()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1632396088800", "1632396208800", "1632396089", "1632396208" })
	void timestampWithinToleranceIsAccepted(String timestamp) {
		assertThat(rejection(verifier(List.of("secret"), null, Duration.ofMinutes(1)), signed("secret", timestamp)))
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1632396088799", "1632396208801", "1632396088", "1632396209", "", " 1632396148800",
			"+1632396148800", "-1632396148800", "١٦٣٢٣٩٦١٤٨٨٠٠", "9223372036854775808" })
	void timestampOutsideToleranceIsRejected(String timestamp) {
		assertThat(rejection(verifier(List.of("secret"), null, Duration.ofMinutes(1)), signed("secret", timestamp)))
			.isEqualTo(WebhookRejection.AGE);
	}

	@Test
	void modifiedTimestampIsRejected() {
		String signature = new CrispSignature("secret").sign("1632390000000", BODY);
		CrispWebhookVerifier verifier = verifier(List.of("secret"), null, Duration.ofMinutes(1));
		assertThat(rejection(verifier, request(signature, NOW, null))).isEqualTo(WebhookRejection.SIGNATURE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "once upon a time" })
	void anyTimestampIsAcceptedWithToleranceOfZero(String timestamp) {
		assertThat(rejection(verifier(List.of("secret"), null, Duration.ZERO), signed("secret", timestamp))).isNull();
	}

	private static @Nullable WebhookRejection rejection(CrispWebhookVerifier verifier, WebhookRequest request) {
		WebhookRejection rejection = verifier.verifyHeaders(request);
		return (rejection != null) ? rejection : verifier.verify(request, BODY).rejection();
	}

	private static CrispWebhookVerifier verifier(List<String> secrets, @Nullable String key, Duration tolerance) {
		Clock clock = Clock.fixed(Instant.ofEpochMilli(Long.parseLong(NOW)), ZoneOffset.UTC);
		return new CrispWebhookVerifier(secrets, key, tolerance, clock);
	}

	private static WebhookRequest signed(String secret, String timestamp) {
		return request(new CrispSignature(secret).sign(timestamp, BODY), timestamp, null);
	}

	private static WebhookRequest request(@Nullable String signature, @Nullable String timestamp,
			@Nullable String key) {
		return new WebhookRequest("POST", "application/json", signature, timestamp, null, null, key,
				() -> Mono.just(WebhookBody.of(BODY, BODY.length)));
	}

}
