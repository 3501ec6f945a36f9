package io.github.crispspring.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.github.crispspring.client.CrispTier;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.CrispListenerRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Events that Crisp never delivers over a transport or to a tier.
 */
final class EventAvailability {

	private static final Log logger = LogFactory.getLog(CrispListener.class);

	private static final Set<String> NEVER_BY_WEBHOOK = Set.of("spam:message", "spam:decision",
			"people:import:progress", "people:import:done", "widget:action:processed", "media:animation:listed");

	private static final Set<String> NEVER_BY_WEBSITE_WEBHOOK = Set.of("session:set_routing");

	private static final Set<String> USER_TIER_BY_RTM = Set.of("spam:message", "spam:decision",
			"people:import:progress", "people:import:done", "widget:action:processed", "media:animation:listed",
			"campaign:progress", "campaign:dispatched", "campaign:running", "status:health:changed");

	private static final Set<String> PLUGIN_TIER_BY_RTM = Set.of("identity:verify:request");

	private EventAvailability() {
	}

	/**
	 * Return whether an event may be delivered to the webhook.
	 */
	static boolean byWebhook(String name) {
		return !NEVER_BY_WEBHOOK.contains(name);
	}

	/**
	 * Return whether an event may be delivered to the webhook of a website, which
	 * delivers fewer events than that of a plugin.
	 */
	static boolean byWebsiteWebhook(String name) {
		return byWebhook(name) && !NEVER_BY_WEBSITE_WEBHOOK.contains(name);
	}

	/**
	 * Return whether an event may be delivered over the realtime connection.
	 */
	static Predicate<String> byRtm(CrispTier tier) {
		return (name) -> (tier == CrispTier.USER || !USER_TIER_BY_RTM.contains(name))
				&& (tier == CrispTier.PLUGIN || !PLUGIN_TIER_BY_RTM.contains(name));
	}

	/**
	 * Expand patterns to the known events that may be delivered. Names remain as they
	 * are.
	 */
	static Set<String> expand(Set<String> patterns, Predicate<String> delivered) {
		Set<String> names = new TreeSet<>();
		for (String pattern : patterns) {
			if (pattern.endsWith("*")) {
				String prefix = pattern.substring(0, pattern.length() - 1);
				CrispEvent.namesOf(CrispEvent.class)
					.stream()
					.filter((name) -> name.startsWith(prefix) && delivered.test(name))
					.forEach(names::add);
			}
			else {
				names.add(pattern);
			}
		}
		return names;
	}

	/**
	 * Log a warning for each listener that selects events which are never delivered.
	 * @param listeners the listeners
	 * @param account the name of the account
	 * @param delivered whether an event may be delivered
	 * @param transport what does not deliver the events
	 */
	static void warn(CrispListenerRegistry listeners, String account, Predicate<String> delivered, String transport) {
		warn(listeners.undelivered(account, delivered), transport);
	}

	/**
	 * Log a warning for each listener that selects events which are never delivered.
	 * @param listeners the listeners
	 * @param delivered whether an event may be delivered
	 * @param transport what does not deliver the events
	 */
	static void warn(CrispListenerRegistry listeners, Predicate<String> delivered, String transport) {
		warn(listeners.undelivered(delivered), transport);
	}

	private static void warn(List<CrispListenerRegistry.Listener> listeners, String transport) {
		listeners.forEach((listener) -> logger.warn(LogMessage.format(
				"Listener method '%s' never receives the events %s, which %s does not deliver. Remove the listener or use another transport.",
				listener.method(), listener.eventNames(), transport)));
	}

}
