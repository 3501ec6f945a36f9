package io.github.crispspring.client.website.helpdesk;

import java.util.List;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the tree.
 *
 * @param type the kind
 * @param slug the part of the path
 * @param title the title
 * @param state the state
 * @param children the entries below it
 */
public record HelpdeskTreeEntry(@Nullable String type, @Nullable String slug, @Nullable String title,
		@Nullable State state, List<HelpdeskTreeEntry> children) {

	/**
	 * Web page of an entry of the tree.
	 *
	 * @param title the title
	 * @param url the URL
	 */
	public record Page(@Nullable String title, @Nullable String url) {

	}

	/**
	 * State of an entry of the tree.
	 *
	 * @param published whether it is published
	 * @param hidden whether it is hidden
	 * @param featured whether it is featured
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record State(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param published whether it is published
		 * @param hidden whether it is hidden
		 * @param featured whether it is featured
		 */
		public State(@Nullable Boolean published, @Nullable Boolean hidden, @Nullable Boolean featured) {
			this(published, hidden, featured, null);
		}

	}

	/**
	 * The content of an entry of the tree.
	 *
	 * @param content the content
	 */
	public record Content(@Nullable String content) {

		/**
		 * Return a description without the content.
		 */
		@Override
		public String toString() {
			return "Content[...]";
		}

	}

}
