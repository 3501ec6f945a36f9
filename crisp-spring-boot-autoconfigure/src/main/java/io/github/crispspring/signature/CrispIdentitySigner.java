package io.github.crispspring.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Signs the email address of a visitor, so that nobody can use the chat box with the
 * address of another person. Pass the signature and the address to the page:
 * {@code $crisp.push(["set", "user:email", [email, signature]])}.
 *
 * @see <a href=
 * "https://docs.crisp.chat/guides/chatbox-sdks/web-sdk/identity-verification/">Identity
 * verification</a>
 */
public final class CrispIdentitySigner {

	private final HmacSha256 hmac;

	/**
	 * Create a signer with the secret of a website.
	 * @param secret the secret, which Crisp shows in the settings of the website
	 * @throws IllegalArgumentException if the secret is empty
	 */
	public CrispIdentitySigner(String secret) {
		this.hmac = new HmacSha256(secret);
	}

	/**
	 * Sign the email address of the visitor who is logged in. Do not sign other
	 * addresses.
	 * @param email the address, exactly as the page passes it to the chat box
	 * @return the signature in lower-case hexadecimal digits
	 */
	public String sign(String email) {
		return HexFormat.of().formatHex(this.hmac.of(email.getBytes(StandardCharsets.UTF_8)));
	}

}
