package io.github.crispspring.dispatch;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 digest of the keys of events. It is reused, so that it must not be used by
 * several threads at the same time.
 */
final class KeyDigest {

	private final MessageDigest digest;

	private final ByteBuffer result;

	KeyDigest() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
			this.result = ByteBuffer.allocate(this.digest.getDigestLength());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is not available", ex);
		}
	}

	/**
	 * Return the event with a key.
	 * @param key the key
	 * @param since when the event was received, in milliseconds
	 */
	RememberedEvent event(byte[] key, long since) {
		try {
			// An error may have interrupted the previous calculation
			this.digest.reset();
			this.digest.update(key);
			this.digest.digest(this.result.array(), 0, this.result.capacity());
			return new RememberedEvent(this.result.getLong(0), this.result.getLong(Long.BYTES), since);
		}
		catch (DigestException ex) {
			throw new IllegalStateException("The digest of a key cannot be calculated", ex);
		}
	}

}
