package io.github.crispspring.sample.timeline;

/**
 * What became of an event, or of its delivery.
 */
enum Outcome {

	/**
	 * The starter handles it at this moment.
	 */
	HANDLING,

	/**
	 * The starter handled it.
	 */
	HANDLED,

	/**
	 * A listener failed.
	 */
	FAILED,

	/**
	 * The starter knows it already, and does not handle it again.
	 */
	DUPLICATE,

	/**
	 * The starter answered a web hook with 202: the listeners are not done yet.
	 */
	ACKNOWLEDGED,

	/**
	 * The starter did not believe a web hook.
	 */
	REFUSED,

	/**
	 * A web hook was not accepted, and is delivered again.
	 */
	REDELIVERED,

	/**
	 * A web hook was not accepted, and Crisp gave up.
	 */
	GIVEN_UP,

	/**
	 * There was no connection when it happened.
	 */
	MISSED,

	/**
	 * The RTM connection is there.
	 */
	CONNECTED,

	/**
	 * The RTM connection is gone.
	 */
	DISCONNECTED,

	/**
	 * Events come another way from now on.
	 */
	SWITCHED

}
