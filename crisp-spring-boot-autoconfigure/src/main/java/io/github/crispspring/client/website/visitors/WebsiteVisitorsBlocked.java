package io.github.crispspring.client.website.visitors;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * Number of blocked visitors.
 *
 * @param rule the rule
 * @param blocked the number
 */
public record WebsiteVisitorsBlocked(List<String> rule, @Nullable Integer blocked) {

	/**
	 * Create a count from the fields of a response.
	 * @param rule the rule
	 * @param blocked the number
	 */
	@JsonCreator
	public WebsiteVisitorsBlocked {
	}

	/**
	 * Create a count from a number, as Crisp's response may contain only the number.
	 * @param blocked the number
	 * @return the count
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static WebsiteVisitorsBlocked of(int blocked) {
		return new WebsiteVisitorsBlocked(List.of(), blocked);
	}

}
