package io.github.crispspring.client.website.analytics;

import java.util.Map;

import reactor.core.publisher.Flux;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for the analytics of a website.
 *
 * @see <a href=
 * "https://docs.crisp.chat/references/rest-api/v1/#website-analytics">Website
 * Analytics</a>
 */
@HttpExchange("/v1/website/{websiteId}/analytics")
public interface ReactiveWebsiteAnalyticsClient {

	/**
	 * Generate analytics of a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param query which figures: the {@code metric}, such as {@code new_conversations},
	 * the {@code type}, such as {@code graph}, the {@code date} with {@code from},
	 * {@code to} and {@code split}, and more
	 * @return the data points, whose format Crisp does not document
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#generate-analytics">Generate
	 * Analytics</a>
	 */
	@PostExchange("/generate")
	Flux<Map<String, Object>> generateAnalytics(@PathVariable String websiteId, @RequestBody Map<String, Object> query);

}
