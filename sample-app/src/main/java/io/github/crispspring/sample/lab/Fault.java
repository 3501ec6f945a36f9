package io.github.crispspring.sample.lab;

/**
 * What is to happen to the next message of a visitor.
 */
enum Fault {

	/**
	 * Nothing.
	 */
	NONE,

	/**
	 * A listener fails.
	 */
	FAILURE,

	/**
	 * A listener takes its time.
	 */
	SLOWNESS

}
