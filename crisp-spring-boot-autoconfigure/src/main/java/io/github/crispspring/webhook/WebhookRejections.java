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
 * Logs and counts rejected requests. Each reason is logged as a warning at most once a
 * minute, so that a sender cannot flood the log. No content of a request is logged.
 */
final class WebhookRejections {

	private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final Clock clock;

	private final Map<WebhookRejection, Instant> warned = new EnumMap<>(WebhookRejection.class);

	private final Map<WebhookRejection, LongAdder> counts = new EnumMap<>(WebhookRejection.class);

	WebhookRejections(Clock clock) {
		this.clock = clock;
		for (WebhookRejection rejection : WebhookRejection.values()) {
			this.counts.put(rejection, new LongAdder());
		}
	}

	Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		this.counts.forEach((rejection, count) -> counts.put(rejection.name().toLowerCase(Locale.ROOT), count.sum()));
		return counts;
	}

	void add(WebhookRejection rejection) {
		this.counts.computeIfAbsent(rejection, (ignored) -> new LongAdder()).increment();
		LogMessage message = LogMessage.format("Webhook rejected with status %s: %s",
				rejection.response().status().value(), rejection.reason());
		if (isDue(rejection)) {
			logger.warn(message);
		}
		else {
			logger.debug(message);
		}
	}

	private boolean isDue(WebhookRejection rejection) {
		Instant now = this.clock.instant();
		synchronized (this.warned) {
			Instant last = this.warned.get(rejection);
			if (last != null && now.isBefore(last.plus(WARNING_INTERVAL))) {
				return false;
			}
			this.warned.put(rejection, now);
			return true;
		}
	}

}
