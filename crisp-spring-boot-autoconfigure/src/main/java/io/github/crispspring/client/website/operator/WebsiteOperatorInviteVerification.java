package io.github.crispspring.client.website.operator;

/**
 * Verification that authorizes the invitation of operators.
 *
 * @param method the method, such as {@code password}
 * @param secret the secret
 */
public record WebsiteOperatorInviteVerification(String method, String secret) {

	/**
	 * Create a verification with the password of the account.
	 * @param password the password
	 * @return the secret
	 */
	public static WebsiteOperatorInviteVerification password(String password) {
		return new WebsiteOperatorInviteVerification("password", password);
	}

	/**
	 * Return a description without the secret.
	 */
	@Override
	public String toString() {
		return "WebsiteOperatorInviteVerification[method=" + this.method + "]";
	}

}
