package io.github.crispspring.client.website.people;

import java.time.Instant;
import java.util.Map;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * A custom event of a person, such as a purchase.
 *
 * @param text the event
 * @param data the data
 * @param color the color it is shown in, such as {@code red}
 * @param timestamp the time of the event
 * @param extraFields the other fields, or {@code null} for none
 */
public record PeopleCustomEvent(@Nullable String text, @Nullable Map<String, Object> data, @Nullable String color,
		@Nullable Instant timestamp, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param text the event
	 * @param data the data
	 * @param color the color it is shown in, such as {@code red}
	 * @param timestamp the time of the event
	 */
	public PeopleCustomEvent(@Nullable String text, @Nullable Map<String, Object> data, @Nullable String color,
			@Nullable Instant timestamp) {
		this(text, data, color, timestamp, null);
	}

	/**
	 * Create an event.
	 * @param text the event
	 * @param data the data
	 * @return the event
	 */
	public static PeopleCustomEvent of(String text, Map<String, Object> data) {
		return new PeopleCustomEvent(text, data, null, null);
	}

	/**
	 * Return a description without the text and the data.
	 */
	@Override
	public String toString() {
		return "PeopleCustomEvent[color=" + this.color + ", timestamp=" + this.timestamp + "]";
	}

}
