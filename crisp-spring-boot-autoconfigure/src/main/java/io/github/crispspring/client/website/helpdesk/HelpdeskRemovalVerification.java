package io.github.crispspring.client.website.helpdesk;

/**
 * Verification that authorizes the deletion of the help desk.
 *
 * @param method the method, such as {@code password}
 * @param secret the secret
 */
public record HelpdeskRemovalVerification(String method, String secret) {

	/**
	 * Create a verification with the password of the account.
	 * @param password the password
	 * @return the secret
	 */
	public static HelpdeskRemovalVerification password(String password) {
		return new HelpdeskRemovalVerification("password", password);
	}

	/**
	 * Return a description without the secret.
	 */
	@Override
	public String toString() {
		return "HelpdeskRemovalVerification[method=" + this.method + "]";
	}

}
