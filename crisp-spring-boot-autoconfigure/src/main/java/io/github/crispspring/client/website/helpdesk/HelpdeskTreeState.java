package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how an entry of the tree is shown.
 *
 * @param published whether it is published
 * @param hidden whether it is hidden
 * @param featured whether it is put forward
 * @param extraFields the fields without a readable component, if any
 */
public record HelpdeskTreeState(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param published whether it is published
	 * @param hidden whether it is hidden
	 * @param featured whether it is put forward
	 */
	public HelpdeskTreeState(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured) {
		this(published, hidden, featured, null);
	}

}
