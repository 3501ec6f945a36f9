package io.github.crispspring.signature;

import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CrispIdentitySignerTests {

	@Test
	void signatureMatchesThatOfCrisp() throws Exception {
		JsonNode vector = CrispJson.mapper()
			.readTree(new ClassPathResource("webhook/signature-vectors.json").getContentAsByteArray())
			.get("identity_verification");
		assertThat(new CrispIdentitySigner(vector.get("secret").asString()).sign(vector.get("email").asString()))
			.isEqualTo(vector.get("hmac_sha256_hex").asString());
	}

	@Test
	void addressIsSignedUnchanged() {
		CrispIdentitySigner identity = new CrispIdentitySigner("secret");
		assertThat(identity.sign("john@acme.com")).isNotEqualTo(identity.sign("John@acme.com"));
	}

	@Test
	void emptySecretIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CrispIdentitySigner(" "));
	}

}
