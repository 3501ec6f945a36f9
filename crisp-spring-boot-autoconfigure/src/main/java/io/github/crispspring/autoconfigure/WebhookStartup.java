package io.github.crispspring.autoconfigure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventTypes;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.webhook.CrispWebhookController;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.log.LogMessage;

/**
 * Checks at startup that webhooks reach the endpoint, and logs where they are received.
 */
final class WebhookStartup implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(CrispWebhookController.class);

	private final ApplicationContext context;

	private final CrispListenerRegistry listeners;

	private final String prefix;

	private final Supplier<Stream<WebhookRoute>> routes;

	/**
	 * Create the check.
	 * @param context the application context of the endpoint
	 * @param listeners the listeners
	 * @param prefix the path that precedes those of all controllers
	 * @param routes supplies the handler methods that receive {@code POST} requests with
	 * JSON
	 */
	WebhookStartup(ApplicationContext context, CrispListenerRegistry listeners, String prefix,
			Supplier<Stream<WebhookRoute>> routes) {
		this.context = context;
		this.listeners = listeners;
		this.prefix = prefix;
		this.routes = routes;
	}

	/**
	 * A handler method of the application that is mapped to the same path and to
	 * {@code POST} takes precedence over the endpoint, which is mapped to every method.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		List<String> paths = paths();
		this.routes.get()
			.filter((route) -> !route.isEndpoint() && !Collections.disjoint(route.paths(), paths))
			.findFirst()
			.ifPresent((route) -> {
				throw new InvalidConfigurationPropertyValueException("crisp.webhook.path", paths.get(0),
						"The method '%s' is mapped to this path. It would receive the webhooks instead of the endpoint, without verification. Map the method to another path or change 'crisp.webhook.path'."
							.formatted(route.handler().getShortLogMessage()));
			});
	}

	private List<String> paths() {
		return this.routes.get()
			.filter(WebhookRoute::isEndpoint)
			.flatMap((route) -> route.paths().stream())
			.distinct()
			.toList();
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		if (event.getApplicationContext() == this.context) {
			paths().forEach((path) -> logger
				.info(LogMessage.format("Receiving webhooks at '%s%s' for %s", this.prefix, path, events())));
			if (!this.context.containsBean("crispRtm")) {
				EventAvailability.warn(this.listeners, EventAvailability::byWebhook, "the webhook");
			}
		}
	}

	private String events() {
		Set<String> names = new TreeSet<>(this.listeners.eventNames());
		if (names.isEmpty()) {
			return "no events, as no @CrispListener method exists";
		}
		return names.containsAll(CrispEventTypes.namesOf(CrispEvent.class)) ? "all events" : "the events " + names;
	}

}
