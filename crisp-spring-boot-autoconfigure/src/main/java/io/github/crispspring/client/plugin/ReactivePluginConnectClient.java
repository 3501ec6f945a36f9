package io.github.crispspring.client.plugin;

import java.time.Instant;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.QueryFields;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The plugin that the token belongs to, and the websites that installed it.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#plugin-connect">Plugin
 * Connect</a>
 */
@HttpExchange("/v1/plugin/connect")
public interface ReactivePluginConnectClient {

	/**
	 * Read which plugin the token belongs to.
	 * <p>
	 * For the plugin tier.
	 * @return the plugin
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-connect-account">Get Connect
	 * Account</a>
	 */
	@GetExchange("/account")
	Mono<PluginConnectAccount> getConnectAccount();

	/**
	 * Check whether the session of the token is valid. A token that Crisp refuses is a
	 * {@link CrispAuthenticationException}.
	 * <p>
	 * For the plugin tier.
	 * @return whether it is valid
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-connect-session-validity">Check
	 * Connect Session Validity</a>
	 */
	@HttpExchange(method = "HEAD", url = "/session")
	Mono<Boolean> checkConnectSessionValidity();

	/**
	 * List the websites that installed the plugin.
	 * <p>
	 * For the plugin tier.
	 * @param pageNumber the page, from 1
	 * @param query which websites, and with what detail
	 * @return the websites of that page, none if there are no more
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-all-connect-websites">List
	 * All Connect Websites</a>
	 */
	@GetExchange("/websites/all/{pageNumber}")
	Flux<PluginConnectWebsite> listAllConnectWebsites(@PathVariable int pageNumber,
			@QueryFields ConnectWebsiteQuery query);

	/**
	 * List the websites that installed the plugin.
	 * <p>
	 * For the plugin tier.
	 * @param pageNumber the page, from 1
	 * @return the websites of that page, none if there are no more
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-all-connect-websites">List
	 * All Connect Websites</a>
	 */
	default Flux<PluginConnectWebsite> listAllConnectWebsites(int pageNumber) {
		return listAllConnectWebsites(pageNumber, ConnectWebsiteQuery.all());
	}

	/**
	 * List the websites whose installation of the plugin changed.
	 * <p>
	 * For the plugin tier.
	 * @param dateSince the time from which on changes count
	 * @param query which websites, and with what detail
	 * @return the websites that changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-connect-websites-since">List
	 * Connect Websites Since</a>
	 */
	@GetExchange("/websites/since")
	Flux<PluginConnectWebsite> listConnectWebsitesSince(@RequestParam("date_since") Instant dateSince,
			@QueryFields ConnectWebsiteQuery query);

	/**
	 * List the websites whose installation of the plugin changed.
	 * <p>
	 * For the plugin tier.
	 * @param dateSince the time from which on changes count
	 * @return the websites that changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-connect-websites-since">List
	 * Connect Websites Since</a>
	 */
	default Flux<PluginConnectWebsite> listConnectWebsitesSince(Instant dateSince) {
		return listConnectWebsitesSince(dateSince, ConnectWebsiteQuery.all());
	}

	/**
	 * Ask where to connect for realtime events. The answer is good for one connection.
	 * <p>
	 * For the plugin tier.
	 * @return the endpoints
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-connect-endpoints">Get Connect
	 * Endpoints</a>
	 */
	@GetExchange("/endpoints")
	Mono<PluginConnectEndpoints> getConnectEndpoints();

}
