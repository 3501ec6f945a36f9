package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Decides whether a request is from Crisp. Plugin hooks are signed; website hooks have a
 * key in their URL instead.
 */
public final class CrispWebhookProof {

	private final List<CrispSignature> signatures;

	private final byte @Nullable [] key;

	/**
	 * Create the proof.
	 * @param secrets the secrets a request may be signed with; several while a secret is
	 * being replaced
	 * @param key the key that the URL of a request that is not signed must have
	 */
	public CrispWebhookProof(List<String> secrets, @Nullable String key) {
		// An empty value, as of an unset variable, must not let anybody in
		this.signatures = secrets.stream().filter(StringUtils::hasText).map(CrispSignature::new).toList();
		this.key = StringUtils.hasText(key) ? key.getBytes(StandardCharsets.UTF_8) : null;
		Assert.isTrue(!this.signatures.isEmpty() || this.key != null, "A secret or a key is required");
	}

	boolean accepts(@Nullable String signature, @Nullable String timestamp, byte[] body, @Nullable String key) {
		if (signature == null) {
			return this.key != null && key != null
					&& MessageDigest.isEqual(this.key, key.getBytes(StandardCharsets.UTF_8));
		}
		boolean verified = false;
		for (CrispSignature candidate : this.signatures) {
			verified |= candidate.verify(signature, timestamp, body);
		}
		return verified;
	}

}
