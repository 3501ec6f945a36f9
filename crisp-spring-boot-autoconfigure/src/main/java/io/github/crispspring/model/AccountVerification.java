package io.github.crispspring.model;

/**
 * Verification that authorizes what Crisp asks the password of the account for, such as
 * deleting a website.
 *
 * @param method the method, such as {@code password}
 * @param secret the secret
 */
public record AccountVerification(String method, String secret) {

	/**
	 * Create a verification with the password of the account.
	 * @param password the password
	 * @return the verification
	 */
	public static AccountVerification password(String password) {
		return new AccountVerification("password", password);
	}

	/**
	 * Return a description without the secret.
	 */
	@Override
	public String toString() {
		return "AccountVerification[method=" + this.method + "]";
	}

}
