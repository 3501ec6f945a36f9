package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.webhook.CrispWebhookReceiver;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for rejected webhooks, by reason.
 */
final class CrispWebhookMetrics implements MeterBinder {

	private final CrispWebhookReceiver webhook;

	CrispWebhookMetrics(CrispWebhookReceiver webhook) {
		this.webhook = webhook;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.webhook.getRejectionCounts()
			.keySet()
			.forEach((reason) -> FunctionCounter
				.builder("crisp.webhook.rejected", this.webhook,
						(webhook) -> webhook.getRejectionCounts().getOrDefault(reason, 0L))
				.description("Webhooks that were rejected")
				.baseUnit("requests")
				.tag("reason", reason)
				.register(registry));
	}

}
