package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * State of an entry of the tree.
 *
 * @param published whether it is published
 * @param hidden whether it is hidden
 * @param featured whether it is featured
 * @param extraFields the other fields, or {@code null} for none
 */
public record HelpdeskTreeState(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param published whether it is published
	 * @param hidden whether it is hidden
	 * @param featured whether it is featured
	 */
	public HelpdeskTreeState(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured) {
		this(published, hidden, featured, null);
	}

}
