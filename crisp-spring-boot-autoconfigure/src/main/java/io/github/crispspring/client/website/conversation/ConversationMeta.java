package io.github.crispspring.client.website.conversation;

import java.util.List;
import java.util.Map;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.model.ConnectionInfo;
import io.github.crispspring.model.GeolocationInfo;
import io.github.crispspring.model.SystemInfo;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a conversation, which describes its visitor. A change contains only the
 * values to change; absent values remain unchanged.
 *
 * @param nickname the visitor's name
 * @param email the email address
 * @param phone the phone number
 * @param ip the network address
 * @param avatar the URL of the visitor's picture
 * @param data custom data by key: texts, numbers and booleans
 * @param connection the network
 * @param device the device
 * @param segments the segments the visitor belongs to
 * @param address the postal address
 * @param subject the subject of the conversation
 * @param origin the origin of the conversation
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record ConversationMeta(@Nullable String nickname, @Nullable String email, @Nullable String phone,
		@Nullable String ip, @Nullable String avatar, @Nullable Map<String, Object> data,
		@Nullable ConnectionInfo connection, @Nullable Device device, @Nullable List<String> segments,
		@Nullable String address, @Nullable String subject, @Nullable String origin,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static ConversationMetaBuilder builder() {
		return ConversationMetaBuilder.builder();
	}

	/**
	 * Device of a visitor.
	 *
	 * @param capabilities the capabilities, such as {@code browsing}
	 * @param geolocation the estimated location
	 * @param system the system and browser
	 * @param timezone the difference to UTC in minutes, as reported by a browser
	 * @param locales the languages of the visitor
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Device(@Nullable List<String> capabilities, @Nullable GeolocationInfo geolocation,
			@Nullable SystemInfo system, @Nullable Integer timezone, @Nullable List<String> locales,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param capabilities the capabilities, such as {@code browsing}
		 * @param geolocation the estimated location
		 * @param system the system and browser
		 * @param timezone the difference to UTC in minutes, as reported by a browser
		 * @param locales the languages of the visitor
		 */
		public Device(@Nullable List<String> capabilities, @Nullable GeolocationInfo geolocation,
				@Nullable SystemInfo system, @Nullable Integer timezone, @Nullable List<String> locales) {
			this(capabilities, geolocation, system, timezone, locales, null);
		}

	}

}
