package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CrispWebhookProofTests {

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	@Test
	void anyOfTheSecretsProves() {
		CrispWebhookProof proof = new CrispWebhookProof(List.of("new", "old"), null);
		assertThat(proof.accepts(new CrispSignature("new").sign("1", BODY), "1", BODY, null)).isTrue();
		assertThat(proof.accepts(new CrispSignature("old").sign("1", BODY), "1", BODY, null)).isTrue();
		assertThat(proof.accepts(new CrispSignature("other").sign("1", BODY), "1", BODY, null)).isFalse();
	}

	@Test
	void keyProvesOnlyARequestThatIsNotSigned() {
		CrispWebhookProof proof = new CrispWebhookProof(List.of("secret"), "key");
		assertThat(proof.accepts(null, null, BODY, "key")).isTrue();
		assertThat(proof.accepts(null, null, BODY, "kex")).isFalse();
		assertThat(proof.accepts("wrong", "1", BODY, "key")).isFalse();
	}

	@Test
	void signatureAloneDoesNotProveWhereThereIsOnlyAKey() {
		CrispWebhookProof proof = new CrispWebhookProof(List.of(), "key");
		assertThat(proof.accepts(new CrispSignature("key").sign("1", BODY), "1", BODY, "key")).isFalse();
	}

	@Test
	void emptySecretAndEmptyKeyLetNobodyIn() {
		CrispWebhookProof withEmptyKey = new CrispWebhookProof(List.of("secret"), "");
		assertThat(withEmptyKey.accepts(null, null, BODY, "")).isFalse();
		assertThat(withEmptyKey.accepts(null, null, BODY, null)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new CrispWebhookProof(List.of(""), " "));
	}

}
