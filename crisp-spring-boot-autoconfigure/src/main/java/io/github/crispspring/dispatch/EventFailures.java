package io.github.crispspring.dispatch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs, counts and reports the events that were accepted but not handled.
 */
final class EventFailures {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	private static final int MAX_SUPPRESSED = 8;

	private final List<CrispListenerErrorHandler> errorHandlers;

	private final Map<Reason, AccountCounter> lost = new EnumMap<>(Reason.class);

	EventFailures(List<CrispListenerErrorHandler> errorHandlers) {
		this.errorHandlers = List.copyOf(errorHandlers);
		for (Reason reason : Reason.values()) {
			this.lost.put(reason, new AccountCounter());
		}
	}

	/**
	 * Add a further failure to the first one. Their number is limited, as an application
	 * may throw the same exception repeatedly.
	 */
	static Throwable add(@Nullable Throwable first, Throwable further) {
		if (first == null || first == further) {
			return further;
		}
		if (first.getSuppressed().length < MAX_SUPPRESSED) {
			first.addSuppressed(further);
		}
		return first;
	}

	/**
	 * Count and log an event that was not handled.
	 */
	void lost(CrispEvent event, CrispDelivery delivery, Reason reason, @Nullable Throwable failure,
			boolean redelivered) {
		AccountCounter count = this.lost.get(reason);
		if (count != null) {
			count.increment(delivery.account());
		}
		log("%s '%s' (%s); %s".formatted(reason.message, event.name(), describe(delivery),
				redelivered ? "Crisp may deliver it again" : "it is not delivered again"), failure);
	}

	/**
	 * An appender of the application that fails must not keep the error handlers from
	 * being invoked.
	 */
	private void log(String message, @Nullable Throwable failure) {
		try {
			logger.error(message, failure);
		}
		catch (Throwable ex) {
			// The failure cannot be reported elsewhere
		}
	}

	/**
	 * Log a failure after which the event counts as handled.
	 */
	void failedAfterCommit(CrispEvent event, CrispDelivery delivery, Throwable failure) {
		logger.error("Event '%s' (%s) was handled and committed, but a reply or other remaining work failed and is lost"
			.formatted(event.name(), describe(delivery)), failure);
	}

	/**
	 * Log a failure after which the event is handled again.
	 */
	void retrying(CrispEvent event, CrispDelivery delivery, Throwable failure, int retry, long delay) {
		logger.warn("Failed to handle event '%s' (%s); retry %d follows in %d ms".formatted(event.name(),
				describe(delivery), retry, delay), failure);
	}

	private String describe(CrispDelivery delivery) {
		String account = delivery.account().equals(CrispDelivery.DEFAULT_ACCOUNT) ? ""
				: "account %s, ".formatted(delivery.account());
		return account + "transport %s, attempt %d".formatted(delivery.transport(), delivery.attempt());
	}

	/**
	 * Invoke the error handlers.
	 */
	void report(CrispEvent event, CrispDelivery delivery, Throwable failure) {
		for (CrispListenerErrorHandler errorHandler : this.errorHandlers) {
			try {
				errorHandler.handle(failure, event, delivery);
			}
			catch (Throwable ex) {
				log("Error handler %s failed for event '%s'".formatted(errorHandler.getClass().getName(), event.name()),
						ex);
			}
		}
	}

	/**
	 * Return the number of lost events for each reason.
	 */
	Map<String, Long> counts() {
		return counts(AccountCounter::sum);
	}

	/**
	 * Return the number of lost events of an account for each reason.
	 */
	Map<String, Long> counts(String account) {
		return counts((count) -> count.sum(account));
	}

	private Map<String, Long> counts(ToLongFunction<AccountCounter> sum) {
		Map<String, Long> counts = new TreeMap<>();
		this.lost.forEach((reason, count) -> counts.put(reason.tag, sum.applyAsLong(count)));
		return Collections.unmodifiableMap(counts);
	}

	/**
	 * Reason why an event was not handled.
	 */
	enum Reason {

		FAILURE("failure", "Failed to handle event"),

		TIMEOUT("timeout", "Timeout while handling event"),

		DEDUPLICATION("deduplication", "Failed to detect duplicates of event"),

		SHUTDOWN("shutdown", "Application stopped before handling event");

		private final String tag;

		private final String message;

		Reason(String tag, String message) {
			this.tag = tag;
			this.message = message;
		}

	}

}
