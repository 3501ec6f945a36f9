package io.github.crispspring.client.website.operator;

/**
 * The proof that somebody may invite operators.
 *
 * @param method how it is proved, such as {@code password}
 * @param secret what proves it
 */
public record WebsiteOperatorInviteVerify(String method, String secret) {

	/**
	 * Prove it with the password of the account.
	 * @param password the password
	 * @return the proof
	 */
	public static WebsiteOperatorInviteVerify password(String password) {
		return new WebsiteOperatorInviteVerify("password", password);
	}

	/**
	 * Describes the proof without its secret.
	 */
	@Override
	public String toString() {
		return "WebsiteOperatorInviteVerify[method=" + this.method + "]";
	}

}
