package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An animated picture.
 *
 * @param url where it can be read
 * @param mediaType its media type, such as {@code image/gif}
 */
@JsonDeserialize
public record AnimationContent(@Nullable String url,
		@JsonProperty("type") @Nullable String mediaType) implements MessageContent {

	@Override
	public String type() {
		return "animation";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
