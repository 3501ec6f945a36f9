package io.github.crispspring.sample.lab;

/**
 * Simulated fault in the handling of the next visitor message.
 */
enum Fault {

	/**
	 * The message is handled without a fault.
	 */
	NONE,

	/**
	 * A listener throws an exception.
	 */
	FAILURE,

	/**
	 * A listener is slow.
	 */
	SLOWNESS

}
