package io.github.crispspring.message;

import java.util.List;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Row of cards, such as products.
 *
 * @param text the text above the cards
 * @param targets the cards
 * @param extraFields the other fields, or {@code null} for none
 */
@JsonDeserialize
public record CarouselContent(@Nullable String text, List<Target> targets,
		@Nullable ExtraFields extraFields) implements MessageContent {

	/**
	 * Create an instance without extra fields.
	 * @param text the text above the cards
	 * @param targets the cards
	 */
	public CarouselContent(@Nullable String text, List<Target> targets) {
		this(text, targets, null);
	}

	@Override
	public String type() {
		return "carousel";
	}

	@Override
	public String toString() {
		return MessageContentKinds.describe(this);
	}

	/**
	 * One card.
	 *
	 * @param title the title
	 * @param description the text below the title
	 * @param image the URL of its picture
	 * @param actions the buttons
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Target(@Nullable String title, @Nullable String description, @Nullable String image,
			List<Action> actions, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param title the title
		 * @param description the text below the title
		 * @param image the URL of its picture
		 * @param actions the buttons
		 */
		public Target(@Nullable String title, @Nullable String description, @Nullable String image,
				List<Action> actions) {
			this(title, description, image, actions, null);
		}

	}

	/**
	 * A button of a card.
	 *
	 * @param label the text shown
	 * @param url the page it opens
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Action(@Nullable String label, @Nullable String url, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param label the text shown
		 * @param url the page it opens
		 */
		public Action(@Nullable String label, @Nullable String url) {
			this(label, url, null);
		}

	}

}
