package io.github.crispspring.client.website.visitors;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * How many visitors are blocked.
 *
 * @param rule by which rule
 * @param blocked how many there are
 */
public record WebsiteVisitorsBlocked(List<String> rule, @Nullable Integer blocked) {

	/**
	 * Create a count, from the fields of an answer.
	 * @param rule by which rule
	 * @param blocked how many there are
	 */
	@JsonCreator
	public WebsiteVisitorsBlocked {
	}

	/**
	 * Create a count of which no more is known: Crisp may answer with the number alone.
	 * @param blocked how many there are
	 * @return the count
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static WebsiteVisitorsBlocked of(int blocked) {
		return new WebsiteVisitorsBlocked(List.of(), blocked);
	}

}
