package io.github.crispspring.client.website.visitors;

import java.util.List;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Current visitor of a website.
 *
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param nickname the visitor's name
 * @param email the email address
 * @param avatar the URL of the visitor's picture
 * @param useragent the user agent
 * @param initiated whether the conversation has begun
 * @param active whether the visitor is active
 * @param lastPage the web page that the visitor viewed last
 * @param geolocation the estimated location of the visitor
 * @param timezone the difference to UTC in minutes, as reported by a browser
 * @param capabilities the capabilities of the visitor's device, such as {@code browsing}
 * @param locales the languages of the visitor
 */
public record WebsiteVisitor(@Nullable String sessionId, @Nullable String inboxId, @Nullable String nickname,
		@Nullable String email, @Nullable String avatar, @Nullable String useragent, @Nullable Boolean initiated,
		@Nullable Boolean active, @Nullable LastPage lastPage, @Nullable GeolocationInfo geolocation,
		@Nullable Integer timezone, List<String> capabilities, List<String> locales) {

	/**
	 * Web page viewed by a visitor.
	 *
	 * @param pageTitle the title
	 * @param pageUrl the URL
	 */
	public record LastPage(@Nullable String pageTitle, @Nullable String pageUrl) {

	}

	/**
	 * Conversation of a visitor found by session token.
	 *
	 * @param sessionId the identifier of the conversation
	 */
	public record Session(@Nullable String sessionId) {

	}

}
