package io.github.crispspring.webhook;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Logs what filters and observation handlers of the application do to webhooks. As
 * anybody can send a request, each kind is a warning once a minute at most.
 */
final class WebhookFailures {

	private static final Log logger = LogFactory.getLog(CrispWebhookController.class);

	private static final long PAUSE = Duration.ofMinutes(1).toNanos();

	private final AtomicLong lastObservation = new AtomicLong(System.nanoTime() - PAUSE);

	private final AtomicLong lastFilter = new AtomicLong(System.nanoTime() - PAUSE);

	private final AtomicLong lastRejection = new AtomicLong(System.nanoTime() - PAUSE);

	/**
	 * The observation of a request has failed.
	 */
	void observation(Throwable failure) {
		log(this.lastObservation, LogMessage.format(
				"An observation handler failed with %s; the webhook is handled regardless. Correct the ObservationHandler",
				describe(failure)), failure);
	}

	/**
	 * A filter has failed after the endpoint had received the request.
	 */
	void afterwards(Throwable failure) {
		log(this.lastFilter, LogMessage.format(
				"A filter failed with %s after the endpoint had received a webhook; its response remains. Correct the filter",
				describe(failure)), failure);
	}

	/**
	 * A filter has failed before the endpoint received the request.
	 */
	void before(Throwable failure) {
		log(this.lastFilter, LogMessage.format(
				"A webhook did not reach the endpoint: a filter failed with %s. Correct the filter, or exclude 'crisp.webhook.path' from it",
				describe(failure)), failure);
	}

	/**
	 * A filter has responded in place of the endpoint.
	 */
	void rejected(int status) {
		log(this.lastRejection, LogMessage.format(
				"A webhook did not reach the endpoint: it was rejected with %s before, for example by a filter of Spring Security. Permit requests to 'crisp.webhook.path'; the endpoint verifies them itself",
				status), null);
	}

	/**
	 * Return the class of a failure and where it was thrown, as its message may contain
	 * values of the request.
	 */
	private static String describe(Throwable failure) {
		StackTraceElement[] trace = failure.getStackTrace();
		return failure.getClass().getName() + ((trace.length > 0) ? " at " + trace[0] : "");
	}

	private void log(AtomicLong last, LogMessage message, @Nullable Throwable failure) {
		long now = System.nanoTime();
		long previous = last.get();
		if (now - previous >= PAUSE && last.compareAndSet(previous, now)) {
			logger.warn(message, failure);
		}
		else {
			logger.debug(message, failure);
		}
	}

}
