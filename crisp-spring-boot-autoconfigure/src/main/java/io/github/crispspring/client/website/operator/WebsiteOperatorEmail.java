package io.github.crispspring.client.website.operator;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail to operators of a website.
 *
 * @param recipient which operators get it, such as {@code owners}
 * @param userId the identifier of the operator who gets it, if it is only one
 * @param subject its subject
 * @param message its text
 * @param target a link in it
 */
public record WebsiteOperatorEmail(@Nullable String recipient, @Nullable String userId, String subject, String message,
		@Nullable Target target) {

	/**
	 * Write to the owners of the website.
	 * @param subject the subject
	 * @param message the text
	 * @return the e-mail
	 */
	public static WebsiteOperatorEmail toOwners(String subject, String message) {
		return new WebsiteOperatorEmail("owners", null, subject, message, null);
	}

	/**
	 * Describes the e-mail without what is written in it.
	 */
	@Override
	public String toString() {
		return "WebsiteOperatorEmail[recipient=" + this.recipient + ", userId=" + this.userId + "]";
	}

	/**
	 * A link in an e-mail.
	 *
	 * @param label its text
	 * @param url where it leads
	 */
	public record Target(@Nullable String label, @Nullable String url) {

	}

}
