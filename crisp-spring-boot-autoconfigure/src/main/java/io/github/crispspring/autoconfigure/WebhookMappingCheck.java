package io.github.crispspring.autoconfigure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.log.LogMessage;

/**
 * Check at startup that no handler method has the path of the endpoint. It also logs the
 * path and the events of the endpoint.
 */
final class WebhookMappingCheck implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final ApplicationContext context;

	private final CrispListenerRegistry listeners;

	private final boolean ofWebsite;

	private final String prefix;

	private final Supplier<List<String>> paths;

	private final Supplier<Stream<WebhookRoute>> routes;

	/**
	 * Create the check.
	 * @param context the application context of the endpoint
	 * @param listeners the listeners
	 * @param ofWebsite whether the endpoint receives webhooks of websites only
	 * @param prefix the path prefix of all handlers
	 * @param paths supplier of the paths of the endpoint
	 * @param routes supplier of the handler methods of the application that may conflict
	 * with the endpoint
	 */
	WebhookMappingCheck(ApplicationContext context, CrispListenerRegistry listeners, boolean ofWebsite, String prefix,
			Supplier<List<String>> paths, Supplier<Stream<WebhookRoute>> routes) {
		this.context = context;
		this.listeners = listeners;
		this.ofWebsite = ofWebsite;
		this.prefix = prefix;
		this.paths = paths;
		this.routes = routes;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> paths = this.paths.get();
		this.routes.get()
			.filter((route) -> !Collections.disjoint(route.paths(), paths))
			.findFirst()
			.ifPresent((route) -> {
				throw new InvalidConfigurationPropertyValueException("crisp.webhook.path", paths.get(0),
						"Handler method '%s' is mapped to the same path, and only one of the two can receive requests. Map it to another path or change 'crisp.webhook.path'."
							.formatted(route.handler().getShortLogMessage()));
			});
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.paths.get()
				.forEach((path) -> logger
					.info(LogMessage.format("Receiving webhooks at '%s%s' for %s", this.prefix, path, events())));
			if (!this.context.containsBean(AccountBeans.RTM) && !AccountBeans.hasConnection(this.context)) {
				EventAvailability.warn(this.listeners,
						this.ofWebsite ? EventAvailability::byWebsiteWebhook : EventAvailability::byWebhook,
						this.ofWebsite ? "the webhook of a website" : "the webhook");
			}
		}
	}

	private String events() {
		if (this.listeners.receivesAllEvents()) {
			return "all events";
		}
		Set<String> names = new TreeSet<>(this.listeners.eventNames());
		return names.isEmpty() ? "no events, as no @CrispListener method exists" : "the events " + names;
	}

}
