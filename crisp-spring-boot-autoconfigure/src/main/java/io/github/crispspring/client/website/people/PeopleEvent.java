package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A custom event of a person, such as a purchase.
 *
 * @param text what happened
 * @param data what is known of it
 * @param color the colour it is shown in, such as {@code red}
 * @param timestamp when it happened
 */
public record PeopleEvent(@Nullable String text, @Nullable Map<String, Object> data, @Nullable String color,
		@Nullable Instant timestamp) {

	/**
	 * Create an event.
	 * @param text what happened
	 * @param data what is known of it
	 * @return the event
	 */
	public static PeopleEvent of(String text, Map<String, Object> data) {
		return new PeopleEvent(text, data, null, null);
	}

	/**
	 * Describes the event without what happened.
	 */
	@Override
	public String toString() {
		return "PeopleEvent[color=" + this.color + ", timestamp=" + this.timestamp + "]";
	}

}
