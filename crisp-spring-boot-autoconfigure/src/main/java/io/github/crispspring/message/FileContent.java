package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * File, such as an image or a document.
 *
 * @param name the file's name
 * @param url the URL
 * @param mediaType the media type, such as {@code image/png}
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record FileContent(@Nullable String name, @Nullable String url, @JsonProperty("type") @Nullable String mediaType,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param name the file's name
	 * @param url the URL
	 * @param mediaType the media type, such as {@code image/png}
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
