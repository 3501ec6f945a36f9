package io.github.crispspring.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Vouches for who a visitor is, so that nobody can pose as somebody else in the chat box.
 * Give the signature to the page together with the e-mail address:
 * {@code $crisp.push(["set", "user:email", [email, signature]])}.
 *
 * @see <a href=
 * "https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/identity-verification/">Identity
 * verification</a>
 */
public final class CrispIdentity {

	private final HmacSha256 hmac;

	/**
	 * Create an identity verification.
	 * @param secret the secret for it that Crisp shows in the settings of the website
	 * @throws IllegalArgumentException if the secret is empty
	 */
	public CrispIdentity(String secret) {
		this.hmac = new HmacSha256(secret);
	}

	/**
	 * Sign the e-mail address of a visitor. Sign only that of the one who is logged in.
	 * @param email the address, exactly as the page gives it to the chat box
	 * @return the signature in lower-case hexadecimal digits
	 */
	public String sign(String email) {
		return HexFormat.of().formatHex(this.hmac.of(email.getBytes(StandardCharsets.UTF_8)));
	}

}
