package io.github.crispspring.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Logs what filters and observation handlers of the application do to webhooks. As
 * anybody can send a request, each message is a warning once a minute at most.
 */
final class WebhookFailures {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private static final long PAUSE = Duration.ofMinutes(1).toNanos();

	/**
	 * More different messages are not expected, as they name places in the code.
	 */
	private static final int MAX_MESSAGES = 100;

	private static final int MAX_CAUSES = 5;

	private final Map<String, Long> warned = new HashMap<>();

	/**
	 * The observation of a request has failed.
	 */
	void observation(Throwable failure) {
		log(LogMessage.format(
				"An observation handler failed with %s; the webhook is handled regardless. Correct the ObservationHandler",
				describe(failure)));
	}

	/**
	 * A filter has failed after the endpoint had received the request.
	 */
	void afterwards(Throwable failure) {
		log(LogMessage.format(
				"A filter failed with %s after the endpoint had received a webhook; its response remains. Correct the filter",
				describe(failure)));
	}

	/**
	 * A filter has failed before the endpoint had responded.
	 */
	void before(Throwable failure) {
		log(LogMessage.format(
				"A webhook did not reach the endpoint: a filter failed with %s. Crisp delivers it again, but a limited number of times. Correct the filter, or exclude 'crisp.webhook.path' from it",
				describe(failure)));
	}

	/**
	 * A filter has responded in place of the endpoint.
	 */
	void rejected(int status) {
		log(LogMessage.format(
				"A webhook did not reach the endpoint: it was rejected with %s before, for example by a filter of Spring Security. Permit requests to 'crisp.webhook.path'; the endpoint verifies them itself",
				status));
	}

	/**
	 * Return the classes of a failure and its causes, and where they were thrown. Their
	 * messages may contain values of the request, such as its URL with the key.
	 */
	private static String describe(Throwable failure) {
		StringBuilder description = new StringBuilder();
		Throwable described = failure;
		for (int depth = 0; described != null && depth < MAX_CAUSES; depth++) {
			StackTraceElement[] trace = described.getStackTrace();
			description.append((depth > 0) ? ", caused by " : "")
				.append(described.getClass().getName())
				.append((trace.length > 0) ? " at " + trace[0] : "");
			described = described.getCause();
		}
		return description.toString();
	}

	private void log(LogMessage message) {
		if (isDue(message.toString())) {
			logger.warn(message);
		}
		else {
			logger.debug(message);
		}
	}

	private synchronized boolean isDue(String message) {
		long now = System.nanoTime();
		Long last = this.warned.get(message);
		if (last != null && now - last < PAUSE) {
			return false;
		}
		if (this.warned.size() >= MAX_MESSAGES) {
			this.warned.clear();
		}
		this.warned.put(message, now);
		return true;
	}

}
