package io.github.crispspring.client.website.operator;

import org.jspecify.annotations.Nullable;

/**
 * Email to operators of a website.
 *
 * @param recipient the recipients, such as {@code owners}
 * @param userId the identifier of the operator, or {@code null} for several recipients
 * @param subject the subject
 * @param message the text
 * @param target a link in it
 */
public record WebsiteOperatorEmail(@Nullable String recipient, @Nullable String userId, String subject, String message,
		@Nullable Target target) {

	/**
	 * Create an email to the owners of the website.
	 * @param subject the subject
	 * @param message the text
	 * @return the email
	 */
	public static WebsiteOperatorEmail toOwners(String subject, String message) {
		return new WebsiteOperatorEmail("owners", null, subject, message, null);
	}

	/**
	 * Return a description without the texts.
	 */
	@Override
	public String toString() {
		return "WebsiteOperatorEmail[recipient=" + this.recipient + ", userId=" + this.userId + "]";
	}

	/**
	 * Link in an email.
	 *
	 * @param label the text
	 * @param url the target
	 */
	public record Target(@Nullable String label, @Nullable String url) {

	}

}
