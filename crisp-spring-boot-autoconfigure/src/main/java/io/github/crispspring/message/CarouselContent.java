package io.github.crispspring.message;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of cards, such as products.
 *
 * @param text the text above them
 * @param targets the cards
 */
@JsonDeserialize
public record CarouselContent(@Nullable String text, List<Target> targets) implements MessageContent {

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
	 * @param title its title
	 * @param description the text below the title
	 * @param image the URL of its picture
	 * @param actions its buttons
	 */
	public record Target(@Nullable String title, @Nullable String description, @Nullable String image,
			List<Action> actions) {

	}

	/**
	 * A button of a card.
	 *
	 * @param label the text shown
	 * @param url the page it opens
	 */
	public record Action(@Nullable String label, @Nullable String url) {

	}

}
