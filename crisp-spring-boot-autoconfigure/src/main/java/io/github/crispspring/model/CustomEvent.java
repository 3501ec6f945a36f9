package io.github.crispspring.model;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A custom event of a visitor, such as a purchase.
 *
 * @param text what happened
 * @param data what is known of it
 * @param color the colour it is shown in
 * @param timestamp when it happened
 */
public record CustomEvent(@Nullable String text, Map<String, Object> data, @Nullable String color,
		@Nullable Instant timestamp) {

	/**
	 * Describes the event without what happened.
	 */
	@Override
	public String toString() {
		return "CustomEvent[color=" + this.color + ", timestamp=" + this.timestamp + "]";
	}

}
