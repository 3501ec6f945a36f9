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
 * The visitors who are on a website now, and those who are blocked.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-visitors">Website
 * Visitors</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteVisitorsClient {

	/**
	 * Count the visitors who are on a website.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return how many there are
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#count-visitors">Count
	 * Visitors</a>
	 */
	@GetExchange("/visitors/count")
	Mono<WebsiteVisitorCount> countVisitors(@PathVariable String websiteId);

	/**
	 * List the visitors who are on a website.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the visitors of that page
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#list-visitors">List
	 * Visitors</a>
	 */
	@GetExchange("/visitors/list/{pageNumber}")
	Flux<WebsiteVisitor> listVisitors(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * List where the visitors of a website are.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param query which part of the map
	 * @return the points on the map where visitors are
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#pinpoint-visitors-on-a-map">Pinpoint
	 * Visitors On A Map</a>
	 */
	@GetExchange("/visitors/map")
	Flux<WebsiteVisitorsMapPoint> pinpointVisitorsOnMap(@PathVariable String websiteId,
			@QueryFields VisitorsMapQuery query);

	/**
	 * List where the visitors of a website are.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the points on the map where visitors are
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#pinpoint-visitors-on-a-map">Pinpoint
	 * Visitors On A Map</a>
	 */
	default Flux<WebsiteVisitorsMapPoint> pinpointVisitorsOnMap(String websiteId) {
		return pinpointVisitorsOnMap(websiteId, VisitorsMapQuery.everywhere());
	}

	/**
	 * Find the conversation of a visitor by the token of the session.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if no session has that token.
	 * @param websiteId the identifier of the website
	 * @param tokenId the token of the session
	 * @return the identifier of the conversation
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-session-identifier-from-token">Get
	 * Session Identifier From Token</a>
	 */
	@GetExchange("/visitors/token/{tokenId}")
	Mono<WebsiteVisitorsToken> getSessionIdentifierFromToken(@PathVariable String websiteId,
			@PathVariable String tokenId);

	/**
	 * <strong>User tier only.</strong> Count the blocked visitors.
	 * @param websiteId the identifier of the website
	 * @return how many there are
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#count-blocked-visitors">Count
	 * Blocked Visitors</a>
	 */
	@GetExchange("/visitors/blocked")
	Mono<WebsiteVisitorsBlocked> countBlockedVisitors(@PathVariable String websiteId);

	/**
	 * <strong>User tier only.</strong> Count the visitors whom a rule blocks.
	 * @param websiteId the identifier of the website
	 * @param rule the rule
	 * @return how many there are
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#count-blocked-visitors-in-rule">Count
	 * Blocked Visitors In Rule</a>
	 */
	@GetExchange("/visitors/blocked/{rule}")
	Mono<WebsiteVisitorsBlocked> countBlockedVisitorsInRule(@PathVariable String websiteId, @PathVariable String rule);

	/**
	 * <strong>User tier only.</strong> Unblock the visitors whom a rule blocks.
	 * @param websiteId the identifier of the website
	 * @param rule the rule
	 * @return completes when they are unblocked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#clear-blocked-visitors-in-rule">Clear
	 * Blocked Visitors In Rule</a>
	 */
	@DeleteExchange("/visitors/blocked/{rule}")
	Mono<Void> clearBlockedVisitorsInRule(@PathVariable String websiteId, @PathVariable String rule);

}
