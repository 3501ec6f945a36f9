package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Animated image.
 *
 * @param url the URL
 * @param mediaType the media type, such as {@code image/gif}
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record AnimationContent(@Nullable String url, @JsonProperty("type") @Nullable String mediaType,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param url the URL
	 * @param mediaType the media type, such as {@code image/gif}
	 */
	public AnimationContent(@Nullable String url, @Nullable String mediaType) {
		this(url, mediaType, null);
	}

	@Override
	public String type() {
		return "animation";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
