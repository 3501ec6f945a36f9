package io.github.crispspring.client.website.visitors;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.QueryFields;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Client for the current and the blocked visitors of a website.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-visitors">Website
 * Visitors</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteVisitorsClient {

	/**
	 * Count the current visitors of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the number of visitors
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#count-visitors">Count
	 * Visitors</a>
	 */
	@GetExchange("/visitors/count")
	Mono<WebsiteVisitorCount> countVisitors(@PathVariable String websiteId);

	/**
	 * List the current visitors of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the visitors on the page
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#list-visitors">List
	 * Visitors</a>
	 */
	@GetExchange("/visitors/list/{pageNumber}")
	Flux<WebsiteVisitor> listVisitors(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * List the locations of a website's current visitors.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param query the part of the map
	 * @return the points on the map
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#pinpoint-visitors-on-a-map">Pinpoint
	 * Visitors On A Map</a>
	 */
	@GetExchange("/visitors/map")
	Flux<WebsiteVisitorsMapPoint> pinpointVisitorsOnMap(@PathVariable String websiteId,
			@QueryFields VisitorsMapQuery query);

	/**
	 * List the locations of a website's current visitors.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the points on the map
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#pinpoint-visitors-on-a-map">Pinpoint
	 * Visitors On A Map</a>
	 */
	default Flux<WebsiteVisitorsMapPoint> pinpointVisitorsOnMap(String websiteId) {
		return pinpointVisitorsOnMap(websiteId, VisitorsMapQuery.everywhere());
	}

	/**
	 * Find the conversation of a visitor by session token.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if there is no session with this token.
	 * @param websiteId the identifier of the website
	 * @param tokenId the token of the session
	 * @return the identifier of the conversation
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-session-identifier-from-token">Get
	 * Session Identifier From Token</a>
	 */
	@GetExchange("/visitors/token/{tokenId}")
	Mono<WebsiteVisitor.Session> getSessionIdentifierFromToken(@PathVariable String websiteId,
			@PathVariable String tokenId);

	/**
	 * Count the blocked visitors.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return the number of visitors
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#count-blocked-visitors">Count
	 * Blocked Visitors</a>
	 */
	@GetExchange("/visitors/blocked")
	Mono<WebsiteVisitorsBlocked> countBlockedVisitors(@PathVariable String websiteId);

	/**
	 * Count the visitors that a rule blocks.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param rule the rule
	 * @return the number of visitors
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#count-blocked-visitors-in-rule">Count
	 * Blocked Visitors In Rule</a>
	 */
	@GetExchange("/visitors/blocked/{rule}")
	Mono<WebsiteVisitorsBlocked> countBlockedVisitorsInRule(@PathVariable String websiteId, @PathVariable String rule);

	/**
	 * Unblock the visitors that a rule blocks.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param rule the rule
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#clear-blocked-visitors-in-rule">Clear
	 * Blocked Visitors In Rule</a>
	 */
	@DeleteExchange("/visitors/blocked/{rule}")
	Mono<Void> clearBlockedVisitorsInRule(@PathVariable String websiteId, @PathVariable String rule);

}
