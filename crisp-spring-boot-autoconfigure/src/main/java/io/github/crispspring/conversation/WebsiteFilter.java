package io.github.crispspring.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Something that people have to match.
 *
 * @param model what kind of thing the criterion belongs to
 * @param criterion what is looked at
 * @param operator how it is compared, such as {@code eq}
 * @param query what it is compared with; of a form that depends on the criterion, such as
 * a list of texts
 */
public record WebsiteFilter(@Nullable String model, @Nullable String criterion, @Nullable String operator,
		@Nullable Object query) {

}
