package io.github.crispspring.message;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Something that a message cites, such as a help desk article.
 *
 * @param type the kind of reference, for instance {@code link}
 * @param name the text shown for it
 * @param target where it leads
 * @param extraFields the fields without a readable component, if any
 */
public record MessageReference(@Nullable String type, @Nullable String name, @Nullable String target,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param type the kind of reference, for instance {@code link}
	 * @param name the text shown for it
	 * @param target where it leads
	 */
	public MessageReference(@Nullable String type, @Nullable String name, @Nullable String target) {
		this(type, name, target, null);
	}

}
