package io.github.crispspring.client.website.connect;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * How to connect to Crisp on behalf of a website.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-connect">Website
 * Connect</a>
 */
@HttpExchange("/v1/website/{websiteId}/connect")
public interface ReactiveWebsiteConnectClient {

	/**
	 * Ask where to connect for realtime events. The answer is good for one connection.
	 * <p>
	 * Crisp does not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @return the endpoints
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-website-connect-endpoints">Get
	 * Connect Endpoints</a>
	 */
	@GetExchange("/endpoints")
	Mono<WebsiteConnectEndpoints> getConnectEndpoints(@PathVariable String websiteId);

}
