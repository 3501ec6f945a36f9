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
final class WebhookRejections {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(CrispWebhookController.class);

	private final Clock clock;

	private final Map<WebhookRejection, Instant> warned = new EnumMap<>(WebhookRejection.class);

	private final Map<WebhookRejection, LongAdder> counts = new EnumMap<>(WebhookRejection.class);

	WebhookRejections(Clock clock) {
		this.clock = clock;
		for (WebhookRejection refusal : WebhookRejection.values()) {
			this.counts.put(refusal, new LongAdder());
		}
	}

	Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		this.counts.forEach((refusal, count) -> counts.put(refusal.name().toLowerCase(Locale.ROOT), count.sum()));
		return counts;
	}

	void refused(WebhookRejection refusal) {
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

	private boolean isDue(WebhookRejection refusal) {
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
