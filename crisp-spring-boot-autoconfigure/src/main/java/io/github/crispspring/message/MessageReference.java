package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Reference of a message, such as a help desk article.
 *
 * @param type the type of the reference, such as {@code link}
 * @param name the text shown
 * @param target the target
 * @param extraFields the other fields, or {@code null} for none
 */
public record MessageReference(@Nullable String type, @Nullable String name, @Nullable String target,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param type the type of the reference, such as {@code link}
	 * @param name the text shown
	 * @param target the target
	 */
	public MessageReference(@Nullable String type, @Nullable String name, @Nullable String target) {
		this(type, name, target, null);
	}

}
