package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A file, such as a picture or a document.
 *
 * @param name the file's name
 * @param url where it can be read
 * @param mediaType its media type, such as {@code image/png}
 */
@JsonDeserialize
public record FileContent(@Nullable String name, @Nullable String url,
		@JsonProperty("type") @Nullable String mediaType) implements MessageContent {

	@Override
	public String type() {
		return "file";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
