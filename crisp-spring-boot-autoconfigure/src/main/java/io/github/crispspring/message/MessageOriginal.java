package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Reference to the original of a message, such as an email.
 *
 * @param originalId the identifier of the original
 * @param extraFields the other fields, or {@code null} for none
 */
public record MessageOriginal(@Nullable String originalId, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param originalId the identifier of the original
	 */
	public MessageOriginal(@Nullable String originalId) {
		this(originalId, null);
	}

}
