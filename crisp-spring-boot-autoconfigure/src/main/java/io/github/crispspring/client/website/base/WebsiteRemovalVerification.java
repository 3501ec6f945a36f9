package io.github.crispspring.client.website.base;

/**
 * Verification that authorizes the deletion of a website.
 *
 * @param method the method, such as {@code password}
 * @param secret the secret
 */
public record WebsiteRemovalVerification(String method, String secret) {

	/**
	 * Create a verification with the password of the account.
	 * @param password the password
	 * @return the secret
	 */
	public static WebsiteRemovalVerification password(String password) {
		return new WebsiteRemovalVerification("password", password);
	}

	/**
	 * Return a description without the secret.
	 */
	@Override
	public String toString() {
		return "WebsiteRemovalVerification[method=" + this.method + "]";
	}

}
