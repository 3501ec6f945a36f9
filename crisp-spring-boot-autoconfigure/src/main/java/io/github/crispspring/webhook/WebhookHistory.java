package io.github.crispspring.webhook;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Number and time of the last delivery by outcome. The outcomes are kept apart, so that
 * requests that are not from Crisp do not hide the deliveries of Crisp.
 */
final class WebhookHistory {

	private final Map<String, CrispWebhookReceiver.Outcome> outcomes = new ConcurrentHashMap<>();

	private final Clock clock;

	WebhookHistory(Clock clock) {
		this.clock = clock;
	}

	void add(WebhookRejection rejection) {
		add(rejection.name(), rejection.response(), rejection.reason());
	}

	/**
	 * Add the response to a request that was not rejected.
	 */
	void add(WebhookResponse response) {
		switch (response) {
			case HANDLED, ACCEPTED -> add(response.name(), response, null);
			case FAILED -> add(response.name(), response, "a listener or the dispatch of the event failed");
			default -> {
				// A rejection, which was added before, or no delivery
			}
		}
	}

	private void add(String name, WebhookResponse response, @Nullable String problem) {
		this.outcomes.compute(name.toLowerCase(Locale.ROOT),
				(key, previous) -> new CrispWebhookReceiver.Outcome(key, response.status().value(),
						(previous != null) ? previous.count() + 1 : 1, this.clock.instant(), problem));
	}

	List<CrispWebhookReceiver.Outcome> outcomes() {
		return this.outcomes.values()
			.stream()
			.sorted(Comparator.comparing(CrispWebhookReceiver.Outcome::lastAt).reversed())
			.toList();
	}

}
