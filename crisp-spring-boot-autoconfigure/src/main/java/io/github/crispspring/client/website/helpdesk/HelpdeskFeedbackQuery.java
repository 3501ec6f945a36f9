package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback of readers to consider. What is absent does not restrict it.
 *
 * @param filterDateStart only what was given from this time on
 * @param filterDateEnd only what was given up to this time
 */
public record HelpdeskFeedbackQuery(@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateStart,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateEnd) {

	/**
	 * Consider all feedback.
	 * @return the query
	 */
	public static HelpdeskFeedbackQuery all() {
		return new HelpdeskFeedbackQuery(null, null);
	}

	/**
	 * Consider the feedback of some time.
	 * @param start when it begins
	 * @param end when it ends
	 * @return the query
	 */
	public static HelpdeskFeedbackQuery between(Instant start, Instant end) {
		return new HelpdeskFeedbackQuery(start, end);
	}

}
