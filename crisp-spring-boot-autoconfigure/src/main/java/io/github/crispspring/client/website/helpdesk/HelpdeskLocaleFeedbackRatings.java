package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Ratings of content by readers.
 *
 * @param ratings the numbers
 */
public record HelpdeskLocaleFeedbackRatings(@Nullable Ratings ratings) {

	/**
	 * Numbers of ratings.
	 *
	 * @param helpful the number of helpful ratings
	 * @param unhelpful the number of unhelpful ratings
	 */
	public record Ratings(@Nullable Integer helpful, @Nullable Integer unhelpful) {

	}

}
