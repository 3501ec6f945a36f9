package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.Map;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * A custom event of a person, such as a purchase.
 *
 * @param text what happened
 * @param data what is known of it
 * @param color the colour it is shown in, such as {@code red}
 * @param timestamp when it happened
 * @param extraFields the fields without a readable component, if any
 */
public record PeopleEvent(@Nullable String text, @Nullable Map<String, Object> data, @Nullable String color,
		@Nullable Instant timestamp, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param text what happened
	 * @param data what is known of it
	 * @param color the colour it is shown in, such as {@code red}
	 * @param timestamp when it happened
	 */
	public PeopleEvent(@Nullable String text, @Nullable Map<String, Object> data, @Nullable String color,
			@Nullable Instant timestamp) {
		this(text, data, color, timestamp, null);
	}

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
