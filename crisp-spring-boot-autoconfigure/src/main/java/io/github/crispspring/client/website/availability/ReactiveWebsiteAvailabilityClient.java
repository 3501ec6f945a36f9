package io.github.crispspring.client.website.availability;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Client for the availability of a website and its operators.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href=
 * "https://docs.crisp.chat/references/rest-api/v1/#website-availability">Website
 * Availability</a>
 */
@HttpExchange("/v1/website/{websiteId}/availability")
public interface ReactiveWebsiteAvailabilityClient {

	/**
	 * Return whether a website is available.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the availability
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-website-availability-status">Get
	 * Website Availability Status</a>
	 */
	@GetExchange("/status")
	Mono<WebsiteAvailabilityStatus> getWebsiteAvailabilityStatus(@PathVariable String websiteId);

	/**
	 * List the availability of the operators.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the availability of each operator
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-website-operator-availabilities">List
	 * Website Operator Availabilities</a>
	 */
	@GetExchange("/operators")
	Flux<WebsiteAvailabilityOperator> listWebsiteOperatorAvailabilities(@PathVariable String websiteId);

}
