package io.github.crispspring.client.plugin;

import java.util.Map;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.MayBeEmpty;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Client for the plugins that websites have installed.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope.
 *
 * @see <a href=
 * "https://docs.crisp.chat/references/rest-api/v1/#plugin-subscription">Plugin
 * Subscription</a>
 */
@HttpExchange("/v1/plugins/subscription")
public interface ReactivePluginSubscriptionClient {

	/**
	 * List the plugins of all websites.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @return the plugins
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-all-active-subscriptions">List
	 * All Active Subscriptions</a>
	 */
	@GetExchange
	Flux<PluginSubscription> listAllActiveSubscriptions();

	/**
	 * List the plugins of a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return the plugins
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-subscriptions-for-a-website">List
	 * Subscriptions For A Website</a>
	 */
	@GetExchange("/{websiteId}")
	Flux<PluginSubscription> listSubscriptionsForWebsite(@PathVariable String websiteId);

	/**
	 * Return a plugin of a website.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @return the plugin
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-subscription-details">Get
	 * Subscription Details</a>
	 */
	@GetExchange("/{websiteId}/{pluginId}")
	Mono<PluginSubscription> getSubscriptionDetails(@PathVariable String websiteId, @PathVariable String pluginId);

	/**
	 * Install a plugin on a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#subscribe-website-to-plugin">Subscribe
	 * Website To Plugin</a>
	 */
	@PostExchange("/{websiteId}")
	Mono<Void> subscribeWebsiteToPlugin(@PathVariable String websiteId, @BodyField String pluginId);

	/**
	 * Remove a plugin from a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#unsubscribe-plugin-from-website">Unsubscribe
	 * Plugin From Website</a>
	 */
	@DeleteExchange("/{websiteId}/{pluginId}")
	Mono<Void> unsubscribePluginFromWebsite(@PathVariable String websiteId, @PathVariable String pluginId);

	/**
	 * Return the settings of a plugin for a website.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @return the settings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-subscription-settings">Get
	 * Subscription Settings</a>
	 */
	@GetExchange("/{websiteId}/{pluginId}/settings")
	Mono<PluginSubscriptionSettings> getSubscriptionSettings(@PathVariable String websiteId,
			@PathVariable String pluginId);

	/**
	 * Replace the settings of a plugin for a website.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @param settings all settings, as the plugin defines them
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-subscription-settings">Save
	 * Subscription Settings</a>
	 */
	@PutExchange("/{websiteId}/{pluginId}/settings")
	Mono<Void> saveSubscriptionSettings(@PathVariable String websiteId, @PathVariable String pluginId,
			@RequestBody Map<String, Object> settings);

	/**
	 * Change settings of a plugin for a website. Absent values remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @param settings the settings to change, as the plugin defines them
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-subscription-settings">Update
	 * Subscription Settings</a>
	 */
	@PatchExchange("/{websiteId}/{pluginId}/settings")
	Mono<Void> updateSubscriptionSettings(@PathVariable String websiteId, @PathVariable String pluginId,
			@RequestBody Map<String, Object> settings);

	/**
	 * List the usage of a plugin that is billed to a website.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @return the usage
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-plugin-usage-bills">Get Plugin
	 * Usage Bills</a>
	 */
	@GetExchange("/{websiteId}/{pluginId}/bill/usage")
	Flux<PluginBillUsage> getPluginUsageBills(@PathVariable String websiteId, @PathVariable String pluginId);

	/**
	 * Report usage of the plugin that is to be billed to a website.
	 * <p>
	 * Available to the plugin tier. Fails with {@link CrispNotFoundException} if the
	 * plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @param usage the usage
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#report-plugin-usage-to-bill">Report
	 * Plugin Usage To Bill</a>
	 */
	@PostExchange("/{websiteId}/{pluginId}/bill/usage")
	Mono<Void> reportPluginUsageToBill(@PathVariable String websiteId, @PathVariable String pluginId,
			@RequestBody PluginBillUsage usage);

	/**
	 * Send a payload to the channel of a plugin, where it is received as the event
	 * {@code plugin:channel}.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @param payload the payload
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#forward-plugin-payload-to-channel">Forward
	 * Plugin Payload To Channel</a>
	 */
	@PostExchange("/{websiteId}/{pluginId}/channel")
	Mono<Void> forwardPluginPayloadToChannel(@PathVariable String websiteId, @PathVariable String pluginId,
			@RequestBody PluginSubscriptionChannelForward payload);

	/**
	 * Send an event to a plugin, which receives it as {@code plugin:event}.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the plugin is not installed on the website.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @param payload the payload
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#dispatch-plugin-event">Dispatch
	 * Plugin Event</a>
	 */
	@PostExchange("/{websiteId}/{pluginId}/event")
	Mono<Void> dispatchPluginEvent(@PathVariable String websiteId, @PathVariable String pluginId,
			@RequestBody PluginSubscriptionEventDispatch payload);

	/**
	 * Return Crisp's attestation of the provenance of a plugin.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the plugin is not installed on the
	 * website. Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param pluginId the identifier of the plugin
	 * @return the attestation, whose format Crisp does not document
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-plugin-attest-provenance">Get
	 * Plugin Attest Provenance</a>
	 */
	@MayBeEmpty
	@GetExchange("/{websiteId}/{pluginId}/attest/provenance")
	Mono<Map<String, Object>> getPluginAttestProvenance(@PathVariable String websiteId, @PathVariable String pluginId);

}
