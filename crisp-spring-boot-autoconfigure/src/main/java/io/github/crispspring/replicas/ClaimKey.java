package io.github.crispspring.replicas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.util.AlternativeJdkIdGenerator;

/**
 * Identity of a claim in the store.
 *
 * @param event the digest of the event, in hexadecimal form, as some databases do not
 * distinguish upper and lower case
 * @param token the unique identifier of the claim
 */
record ClaimKey(String event, String token) {

	private static final AlternativeJdkIdGenerator tokens = new AlternativeJdkIdGenerator();

	/**
	 * Create the identity of a further claim on an event.
	 * @param group the name shared by the instances of the application
	 * @param event the key of the event
	 */
	static ClaimKey create(String group, String event) {
		return new ClaimKey(digest(group + "\n" + event), tokens.generateId().toString());
	}

	/**
	 * Return a description without the token, which permits to change the claim.
	 */
	@Override
	public String toString() {
		return "ClaimKey[event=" + this.event + "]";
	}

	private static String digest(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is not available", ex);
		}
	}

}
