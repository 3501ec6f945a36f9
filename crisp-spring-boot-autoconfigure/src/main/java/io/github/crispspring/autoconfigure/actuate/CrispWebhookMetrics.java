package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.webhook.CrispWebhookController;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Measures how many web hooks were refused, and why.
 */
final class CrispWebhookMetrics implements MeterBinder {

	private final CrispWebhookController webhook;

	CrispWebhookMetrics(CrispWebhookController webhook) {
		this.webhook = webhook;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.webhook.getRefusalCounts()
			.keySet()
			.forEach((reason) -> FunctionCounter
				.builder("crisp.webhook.refused", this.webhook,
						(webhook) -> webhook.getRefusalCounts().getOrDefault(reason, 0L))
				.description("Web hooks that were refused")
				.baseUnit("requests")
				.tag("reason", reason)
				.register(registry));
	}

}
