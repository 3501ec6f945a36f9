package io.github.crispspring.client.plugin;

import java.time.Instant;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.model.ConnectEndpoints;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Client for the plugin that owns the token and the websites that have installed it.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#plugin-connect">Plugin
 * Connect</a>
 */
@HttpExchange("/v1/plugin/connect")
public interface ReactivePluginConnectClient {

	/**
	 * Return the plugin that owns the token.
	 * <p>
	 * Available to the plugin tier.
	 * @return the plugin
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-connect-account">Get Connect
	 * Account</a>
	 */
	@GetExchange("/account")
	Mono<PluginConnectAccount> getConnectAccount();

	/**
	 * Check whether the session of the token is valid. Fails with
	 * {@link CrispAuthenticationException} if Crisp rejects the token.
	 * <p>
	 * Available to the plugin tier.
	 * @return whether the session is valid
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-connect-session-validity">Check
	 * Connect Session Validity</a>
	 */
	@HttpExchange(method = "HEAD", url = "/session")
	Mono<Boolean> checkConnectSessionValidity();

	/**
	 * List the websites that have installed the plugin.
	 * <p>
	 * Available to the plugin tier.
	 * @param pageNumber the number of the page, starting at 1
	 * @param query the websites to list and their level of detail
	 * @return the websites on the page, empty after the last page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-all-connect-websites">List
	 * All Connect Websites</a>
	 */
	@GetExchange("/websites/all/{pageNumber}")
	Flux<PluginConnectWebsite> listAllConnectWebsites(@PathVariable int pageNumber,
			@QueryFields ConnectWebsiteQuery query);

	/**
	 * List the websites that have installed the plugin.
	 * <p>
	 * Available to the plugin tier.
	 * @param pageNumber the number of the page, starting at 1
	 * @return the websites on the page, empty after the last page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-all-connect-websites">List
	 * All Connect Websites</a>
	 */
	default Flux<PluginConnectWebsite> listAllConnectWebsites(int pageNumber) {
		return listAllConnectWebsites(pageNumber, ConnectWebsiteQuery.all());
	}

	/**
	 * List the websites whose installation of the plugin has changed since the given
	 * time.
	 * <p>
	 * Available to the plugin tier.
	 * @param dateSince the time after which the installation changed
	 * @param query the websites to list and their level of detail
	 * @return the websites
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-connect-websites-since">List
	 * Connect Websites Since</a>
	 */
	@GetExchange("/websites/since")
	Flux<PluginConnectWebsite> listConnectWebsitesSince(@RequestParam("date_since") Instant dateSince,
			@QueryFields ConnectWebsiteQuery query);

	/**
	 * List the websites whose installation of the plugin has changed since the given
	 * time.
	 * <p>
	 * Available to the plugin tier.
	 * @param dateSince the time after which the installation changed
	 * @return the websites
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-connect-websites-since">List
	 * Connect Websites Since</a>
	 */
	default Flux<PluginConnectWebsite> listConnectWebsitesSince(Instant dateSince) {
		return listConnectWebsitesSince(dateSince, ConnectWebsiteQuery.all());
	}

	/**
	 * Return the endpoints that deliver realtime events. They can be used for one
	 * connection only.
	 * <p>
	 * Available to the plugin tier.
	 * @return the endpoints
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-connect-endpoints">Get Connect
	 * Endpoints</a>
	 */
	@GetExchange("/endpoints")
	Mono<ConnectEndpoints> getConnectEndpoints();

}
