package io.github.crispspring.client.website.conversation;

import java.util.List;
import java.util.Map;

import io.github.crispspring.model.ConnectionInfo;
import io.github.crispspring.model.GeolocationInfo;
import io.github.crispspring.model.SystemInfo;
import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a visitor. To change some of it, build one with only that: what is
 * absent stays as it is.
 *
 * @param nickname the visitor's name
 * @param email the e-mail address
 * @param phone the phone number
 * @param ip the network address
 * @param avatar the URL of the visitor's picture
 * @param data custom data by key: texts, numbers and booleans
 * @param connection the network
 * @param device the device
 * @param segments the segments the visitor belongs to
 * @param address the postal address
 * @param subject the subject of the conversation
 * @param origin where the conversation came from
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record ConversationMeta(@Nullable String nickname, @Nullable String email, @Nullable String phone,
		@Nullable String ip, @Nullable String avatar, @Nullable Map<String, Object> data,
		@Nullable ConnectionInfo connection, @Nullable Device device, @Nullable List<String> segments,
		@Nullable String address, @Nullable String subject, @Nullable String origin,
		@Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static ConversationMetaBuilder builder() {
		return ConversationMetaBuilder.builder();
	}

	/**
	 * What a visitor uses, and where.
	 *
	 * @param capabilities what it can do, such as {@code browsing}
	 * @param geolocation where it seems to be
	 * @param system its system and browser
	 * @param timezone the difference to UTC in minutes, as a browser gives it
	 * @param locales the languages of the visitor
	 * @param extraFields the fields without a readable component, if any
	 */
	public record Device(@Nullable List<String> capabilities, @Nullable GeolocationInfo geolocation,
			@Nullable SystemInfo system, @Nullable Integer timezone, @Nullable List<String> locales,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param capabilities what it can do, such as {@code browsing}
		 * @param geolocation where it seems to be
		 * @param system its system and browser
		 * @param timezone the difference to UTC in minutes, as a browser gives it
		 * @param locales the languages of the visitor
		 */
		public Device(@Nullable List<String> capabilities, @Nullable GeolocationInfo geolocation,
				@Nullable SystemInfo system, @Nullable Integer timezone, @Nullable List<String> locales) {
			this(capabilities, geolocation, system, timezone, locales, null);
		}

	}

}
