package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * User shown as the author of a message or an action.
 *
 * @param type the kind of author: {@code website}, {@code participant} or, for received
 * messages, {@code user}
 * @param userId the operator's identifier, the visitor's session identifier, or a URN
 * chosen by an integration
 * @param nickname the name shown
 * @param avatar the URL of the picture shown
 * @param extraFields the other fields, or {@code null} for none
 */
public record MessageUser(@Nullable String type, @Nullable String userId, @Nullable String nickname,
		@Nullable String avatar, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param type the kind of author: {@code website}, {@code participant} or, for
	 * received messages, {@code user}
	 * @param userId the operator's identifier, the visitor's session identifier, or a URN
	 * chosen by an integration
	 * @param nickname the name shown
	 * @param avatar the URL of the picture shown
	 */
	public MessageUser(@Nullable String type, @Nullable String userId, @Nullable String nickname,
			@Nullable String avatar) {
		this(type, userId, nickname, avatar, null);
	}

	/**
	 * Create an author that is not an operator of the website, such as a bot.
	 * @param nickname the name to show
	 * @param avatar the URL of the picture to show, if any
	 * @return the author
	 */
	public static MessageUser participant(String nickname, @Nullable String avatar) {
		return new MessageUser("participant", null, nickname, avatar);
	}

}
