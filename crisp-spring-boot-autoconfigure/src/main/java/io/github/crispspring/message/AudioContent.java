package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A voice message.
 *
 * @param url where it can be heard
 * @param mediaType its media type, such as {@code audio/webm}
 * @param duration its length in seconds
 */
@JsonDeserialize
public record AudioContent(@Nullable String url, @JsonProperty("type") @Nullable String mediaType,
		@Nullable Number duration) implements MessageContent {

	@Override
	public String type() {
		return "audio";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
