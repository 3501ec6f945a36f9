package io.github.crispspring.client.website.base;

/**
 * The proof that somebody may delete a website.
 *
 * @param method how it is proved, such as {@code password}
 * @param secret what proves it
 */
public record WebsiteRemoveVerify(String method, String secret) {

	/**
	 * Prove it with the password of the account.
	 * @param password the password
	 * @return the proof
	 */
	public static WebsiteRemoveVerify password(String password) {
		return new WebsiteRemoveVerify("password", password);
	}

	/**
	 * Describes the proof without its secret.
	 */
	@Override
	public String toString() {
		return "WebsiteRemoveVerify[method=" + this.method + "]";
	}

}
