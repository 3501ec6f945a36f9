package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * How often readers found something helpful or not.
 *
 * @param ratings the numbers
 */
public record HelpdeskLocaleFeedbackRatings(@Nullable Ratings ratings) {

	/**
	 * The numbers.
	 *
	 * @param helpful how often something was found helpful
	 * @param unhelpful how often it was not
	 */
	public record Ratings(@Nullable Integer helpful, @Nullable Integer unhelpful) {

	}

}
