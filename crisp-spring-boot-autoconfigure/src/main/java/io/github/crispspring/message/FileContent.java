package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A file, such as a picture or a document.
 *
 * @param name the file's name
 * @param url where it can be read
 * @param mediaType its media type, such as {@code image/png}
 * @param extraFields the fields without a readable component, if any
 */
@JsonDeserialize
public record FileContent(@Nullable String name, @Nullable String url, @JsonProperty("type") @Nullable String mediaType,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param name the file's name
	 * @param url where it can be read
	 * @param mediaType its media type, such as {@code image/png}
	 */
	public FileContent(@Nullable String name, @Nullable String url, @Nullable String mediaType) {
		this(name, url, mediaType, null);
	}

	@Override
	public String type() {
		return "file";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

}
