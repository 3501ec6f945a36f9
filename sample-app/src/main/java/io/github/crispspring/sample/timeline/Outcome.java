package io.github.crispspring.sample.timeline;

/**
 * Outcome of an event or of its delivery.
 */
enum Outcome {

	/**
	 * The starter is handling the event.
	 */
	HANDLING,

	/**
	 * The starter has handled the event.
	 */
	HANDLED,

	/**
	 * A listener failed.
	 */
	FAILED,

	/**
	 * The starter has already handled the event and does not handle it again.
	 */
	DUPLICATE,

	/**
	 * The starter responded to a webhook with 202, because the listeners are still
	 * running.
	 */
	ACKNOWLEDGED,

	/**
	 * The starter rejected a webhook, because its signature could not be verified.
	 */
	REJECTED,

	/**
	 * A webhook was not accepted and will be delivered again.
	 */
	REDELIVERED,

	/**
	 * A webhook was not accepted and will not be delivered again.
	 */
	GIVEN_UP,

	/**
	 * The event was lost, because no RTM connection existed.
	 */
	MISSED,

	/**
	 * The RTM connection was established.
	 */
	CONNECTED,

	/**
	 * The RTM connection was lost.
	 */
	DISCONNECTED,

	/**
	 * The transport of events was changed.
	 */
	SWITCHED

}
