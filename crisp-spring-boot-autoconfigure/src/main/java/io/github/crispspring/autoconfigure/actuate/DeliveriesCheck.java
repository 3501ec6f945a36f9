package io.github.crispspring.autoconfigure.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import reactor.core.publisher.Flux;

/**
 * Checks the last webhooks, and why they were rejected.
 */
final class DeliveriesCheck implements DiagnosticCheck {

	/**
	 * What to do, by the name of the outcome. The problem itself names the property, if
	 * there is one.
	 */
	static final Map<String, String> ACTIONS = Map.ofEntries(Map.entry("method",
			"If these are from Crisp, set the URL of the webhook to the endpoint itself, so that no redirect turns POST into GET. Otherwise, ignore them."),
			Map.entry("media_type",
					"If these are from Crisp, check that no proxy changes the Content-Type. Otherwise, ignore them."),
			Map.entry("size", "Increase 'crisp.webhook.max-body-size'."),
			Map.entry("unreadable", "Check the connection between the proxy and this application."),
			Map.entry("timeout", "Increase 'crisp.webhook.read-timeout', or find out why bodies arrive slowly."),
			Map.entry("capacity", "Find out who sends so many requests at the same time."),
			Map.entry("consumed", "Exclude the path of the webhook from the filter that reads the body."),
			Map.entry("unsigned",
					"If these are from Crisp, use the webhook of the plugin, or add '?key=' with the value of 'crisp.webhook.key' to the URL of the website's webhook. Otherwise, ignore them."),
			Map.entry("signature",
					"Set 'crisp.webhook.secret' to the signing secret of the plugin's webhook, which is not the key of its token, and check that no proxy or filter changes the body."),
			Map.entry("age", "Synchronize the clock, or increase 'crisp.webhook.timestamp-tolerance'."),
			Map.entry("key", "Set the key in the URL of the website's webhook to the value of 'crisp.webhook.key'."),
			Map.entry("content", "If these are from Crisp, report them."),
			Map.entry("saturation",
					"Make listeners faster, or increase 'crisp.listener.concurrency' or the capacity of the queue."),
			Map.entry("deduplication",
					"Check the database or Redis that 'crisp.replicas.shared-duplicates' uses. Crisp delivers the events again."),
			Map.entry("unfinished", "Make listeners faster, or increase 'crisp.webhook.acknowledge-timeout'."),
			Map.entry("failed", "Fix the error that the log states."));

	private final List<CrispWebhookReceiver.Outcome> outcomes;

	/**
	 * Create a check.
	 * @param outcomes the outcomes, that of the last delivery first
	 */
	DeliveriesCheck(List<CrispWebhookReceiver.Outcome> outcomes) {
		this.outcomes = outcomes;
	}

	@Override
	public String name() {
		return "deliveries";
	}

	@Override
	public Flux<Finding> findings() {
		if (this.outcomes.isEmpty()) {
			return Flux.just(Finding.unknown(name(), "No webhook has been received since the application was started.",
					"Check that Crisp has the URL of this endpoint, and that the webhook is enabled for the events. The parameter 'webhookUrl' checks whether the URL reaches the endpoint."));
		}
		return Flux.fromIterable(this.outcomes).map(this::finding);
	}

	/**
	 * A problem is one of the past if a later delivery was acknowledged.
	 */
	private Finding finding(CrispWebhookReceiver.Outcome outcome) {
		String problem = outcome.problem();
		if (problem == null) {
			return Finding.ok(name(), describe(outcome) + ".");
		}
		Instant acknowledged = this.outcomes.stream()
			.filter((other) -> other.problem() == null)
			.map(CrispWebhookReceiver.Outcome::lastAt)
			.findFirst()
			.orElse(Instant.MIN);
		String found = "%s: %s.".formatted(describe(outcome), problem);
		String action = ACTIONS.getOrDefault(outcome.name(), "See the log.");
		return acknowledged.isAfter(outcome.lastAt()) ? Finding.warning(name(), found, action)
				: Finding.error(name(), found, action);
	}

	private String describe(CrispWebhookReceiver.Outcome outcome) {
		return "%d webhook(s) with the outcome '%s' and status %d, the last at %s".formatted(outcome.count(),
				outcome.name(), outcome.status(), outcome.lastAt());
	}

}
