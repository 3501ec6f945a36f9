package io.github.crispspring.model;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A custom event of a visitor, such as a purchase.
 *
 * @param text the event
 * @param data the data
 * @param color the color it is shown in
 * @param timestamp the time of the event
 */
public record CustomEvent(@Nullable String text, Map<String, Object> data, @Nullable String color,
		@Nullable Instant timestamp) {

	/**
	 * Return a description without the text and the data.
	 */
	@Override
	public String toString() {
		return "CustomEvent[color=" + this.color + ", timestamp=" + this.timestamp + "]";
	}

}
