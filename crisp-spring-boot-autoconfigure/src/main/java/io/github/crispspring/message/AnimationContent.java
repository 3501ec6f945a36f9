package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An animated picture.
 *
 * @param url where it can be read
 * @param mediaType its media type, such as {@code image/gif}
 * @param extraFields the fields without a readable component, if any
 */
@JsonDeserialize
public record AnimationContent(@Nullable String url, @JsonProperty("type") @Nullable String mediaType,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param url where it can be read
	 * @param mediaType its media type, such as {@code image/gif}
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
