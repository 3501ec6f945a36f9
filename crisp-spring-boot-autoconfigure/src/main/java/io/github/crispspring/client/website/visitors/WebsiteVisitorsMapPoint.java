package io.github.crispspring.client.website.visitors;

import java.util.List;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Point on the map with visitors.
 *
 * @param visitors the visitors
 * @param geolocation the path
 */
public record WebsiteVisitorsMapPoint(@Nullable Visitors visitors, @Nullable GeolocationInfo geolocation) {

	/**
	 * The visitors at a point on the map.
	 *
	 * @param count the number
	 * @param threshold the threshold that Crisp applies to their number
	 * @param sessions the visitors
	 */
	public record Visitors(@Nullable Integer count, @Nullable Integer threshold, List<Session> sessions) {

		/**
		 * A visitor at a point on the map.
		 *
		 * @param sessionId the identifier of the conversation
		 * @param nickname the visitor's name
		 * @param email the email address
		 * @param avatar the URL of the visitor's picture
		 * @param initiated whether the conversation has begun
		 * @param active whether the visitor is active
		 * @param lastPage the web page that the visitor viewed last
		 * @param timezone the difference to UTC in minutes, as reported by a browser
		 * @param capabilities the capabilities of the visitor's device, such as
		 * {@code browsing}
		 * @param locales the languages of the visitor
		 */
		public record Session(@Nullable String sessionId, @Nullable String nickname, @Nullable String email,
				@Nullable String avatar, @Nullable Boolean initiated, @Nullable Boolean active,
				WebsiteVisitor.@Nullable LastPage lastPage, @Nullable Integer timezone, List<String> capabilities,
				List<String> locales) {

		}

	}

}
