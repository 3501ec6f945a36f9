package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Voice message.
 *
 * @param url the URL
 * @param mediaType the media type, such as {@code audio/webm}
 * @param duration the length in seconds
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record AudioContent(@Nullable String url, @JsonProperty("type") @Nullable String mediaType,
		@Nullable Number duration, @Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param url the URL
	 * @param mediaType the media type, such as {@code audio/webm}
	 * @param duration the length in seconds
	 */
	public AudioContent(@Nullable String url, @Nullable String mediaType, @Nullable Number duration) {
		this(url, mediaType, duration, null);
	}

	@Override
	public String type() {
		return "audio";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
