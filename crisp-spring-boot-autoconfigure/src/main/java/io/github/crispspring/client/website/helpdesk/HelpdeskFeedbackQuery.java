package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * Query that selects feedback of readers. Absent values do not restrict the feedback.
 *
 * @param filterDateStart the start of the period
 * @param filterDateEnd the end of the period
 */
public record HelpdeskFeedbackQuery(@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateStart,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant filterDateEnd) {

	/**
	 * Select all feedback.
	 * @return the query
	 */
	public static HelpdeskFeedbackQuery all() {
		return new HelpdeskFeedbackQuery(null, null);
	}

	/**
	 * Select the feedback of a period.
	 * @param start the start time
	 * @param end the end time
	 * @return the query
	 */
	public static HelpdeskFeedbackQuery between(Instant start, Instant end) {
		return new HelpdeskFeedbackQuery(start, end);
	}

}
