package io.github.crispspring.dispatch;

/**
 * Phases of the handling of an event, in the order of an event that fails.
 */
enum EventPhase {

	/**
	 * The event is claimed, so that it is handled once.
	 */
	CLAIM,

	/**
	 * The deduplicator has responded.
	 */
	CLAIMED,

	/**
	 * The event is published to the listeners.
	 */
	PUBLISH,

	/**
	 * Remaining work of listeners is started, one after the other.
	 */
	REMAINING,

	/**
	 * Remaining work of a listener has ended.
	 */
	REMAINING_DONE,

	/**
	 * The outcome is determined: the event was handled, is retried, or has failed.
	 */
	OUTCOME,

	/**
	 * The claim is completed or released.
	 */
	SETTLE,

	/**
	 * The deduplicator has responded.
	 */
	SETTLED,

	/**
	 * The failure is logged, counted and reported.
	 */
	REPORT,

	/**
	 * The conversation and the capacity are released.
	 */
	END,

	/**
	 * The handling has ended.
	 */
	ENDED;

	/**
	 * Return the phase that follows when this one fails unexpectedly.
	 */
	EventPhase afterFailure() {
		return switch (this) {
			case CLAIM, CLAIMED, PUBLISH, REMAINING, REMAINING_DONE -> OUTCOME;
			case OUTCOME -> SETTLE;
			case SETTLE, SETTLED -> REPORT;
			case REPORT, END, ENDED -> END;
		};
	}

	/**
	 * Return whether the phase depends on the deduplicator rather than on listeners.
	 */
	boolean usesStore() {
		return this == CLAIM || this == CLAIMED || this == SETTLE || this == SETTLED;
	}

}
