package io.github.crispspring.client.website.helpdesk;

/**
 * The proof that the caller may delete the help desk.
 *
 * @param method how it is proved, such as {@code password}
 * @param secret the proof
 */
public record HelpdeskRemoveVerify(String method, String secret) {

	/**
	 * Prove it with the password of the account.
	 * @param password the password
	 * @return the proof
	 */
	public static HelpdeskRemoveVerify password(String password) {
		return new HelpdeskRemoveVerify("password", password);
	}

	/**
	 * Describes the proof without the secret.
	 */
	@Override
	public String toString() {
		return "HelpdeskRemoveVerify[method=" + this.method + "]";
	}

}
