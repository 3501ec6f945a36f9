package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * The source a message was made from, such as the e-mail it came as.
 *
 * @param originalId the identifier under which the source can be read
 * @param extraFields the fields without a readable component, if any
 */
public record MessageOriginal(@Nullable String originalId, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param originalId the identifier under which the source can be read
	 */
	public MessageOriginal(@Nullable String originalId) {
		this(originalId, null);
	}

}
