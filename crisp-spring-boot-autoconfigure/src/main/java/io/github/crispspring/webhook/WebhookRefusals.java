package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Tells an operator why requests are refused, and how many, without letting whoever sends
 * them fill the log: each reason is a warning once a minute at most. Nothing of the
 * request is told.
 */
final class WebhookRefusals {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(CrispWebhookController.class);

	private final Clock clock;

	private final Map<WebhookRefusal, Instant> warned = new EnumMap<>(WebhookRefusal.class);

	private final Map<WebhookRefusal, LongAdder> counts = new EnumMap<>(WebhookRefusal.class);

	WebhookRefusals(Clock clock) {
		this.clock = clock;
		for (WebhookRefusal refusal : WebhookRefusal.values()) {
			this.counts.put(refusal, new LongAdder());
		}
	}

	Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		this.counts.forEach((refusal, count) -> counts.put(refusal.name().toLowerCase(Locale.ROOT), count.sum()));
		return counts;
	}

	void refused(WebhookRefusal refusal) {
		this.counts.computeIfAbsent(refusal, (ignored) -> new LongAdder()).increment();
		LogMessage message = LogMessage.format("A web hook was answered %s: %s", refusal.answer().status().value(),
				refusal.reason());
		if (isDue(refusal)) {
			logger.warn(message);
		}
		else {
			logger.debug(message);
		}
	}

	private boolean isDue(WebhookRefusal refusal) {
		Instant now = this.clock.instant();
		synchronized (this.warned) {
			Instant last = this.warned.get(refusal);
			if (last != null && now.isBefore(last.plus(PAUSE))) {
				return false;
			}
			this.warned.put(refusal, now);
			return true;
		}
	}

}
