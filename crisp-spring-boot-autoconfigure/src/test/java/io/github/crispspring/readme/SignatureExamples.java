package io.github.crispspring.readme;

import io.github.crispspring.signature.CrispIdentitySigner;
import io.github.crispspring.signature.CrispSignature;

/**
 * Examples of signatures.
 */
final class SignatureExamples {

	private SignatureExamples() {
	}

	String signed(String secret, String timestamp, byte[] body) {
		return new CrispSignature(secret).sign(timestamp, body);
	}

	String verifiedEmail(String secret, String email) {
		return new CrispIdentitySigner(secret).sign(email);
	}

}
