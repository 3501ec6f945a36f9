package io.github.crispspring.client.website.visitors;

import java.util.List;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * A visitor who is on a website.
 *
 * @param sessionId the identifier of the conversation
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param nickname the visitor's name
 * @param email the e-mail address
 * @param avatar the URL of the visitor's picture
 * @param useragent what the visitor's browser says of itself
 * @param initiated whether the conversation has begun
 * @param active whether the visitor is active
 * @param lastPage the web page the visitor looked at last
 * @param geolocation where the visitor seems to be
 * @param timezone the difference to UTC in minutes, as a browser gives it
 * @param capabilities what the visitor's device can do, such as {@code browsing}
 * @param locales the languages of the visitor
 */
public record WebsiteVisitor(@Nullable String sessionId, @Nullable String inboxId, @Nullable String nickname,
		@Nullable String email, @Nullable String avatar, @Nullable String useragent, @Nullable Boolean initiated,
		@Nullable Boolean active, @Nullable WebsiteVisitorLastPage lastPage, @Nullable GeolocationInfo geolocation,
		@Nullable Integer timezone, List<String> capabilities, List<String> locales) {

}
