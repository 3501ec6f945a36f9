package io.github.crispspring.client.website.connect;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.model.ConnectEndpoints;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Client for the endpoints to which a website connects.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-connect">Website
 * Connect</a>
 */
@HttpExchange("/v1/website/{websiteId}/connect")
public interface ReactiveWebsiteConnectClient {

	/**
	 * Return the endpoints that deliver realtime events. They can be used for one
	 * connection only.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @return the endpoints
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-website-connect-endpoints">Get
	 * Connect Endpoints</a>
	 */
	@GetExchange("/endpoints")
	Mono<ConnectEndpoints> getConnectEndpoints(@PathVariable String websiteId);

}
