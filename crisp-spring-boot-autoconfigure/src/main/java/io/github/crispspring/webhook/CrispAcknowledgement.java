package io.github.crispspring.webhook;

/**
 * When a web hook is acknowledged. Crisp delivers an event again until it is.
 */
public enum CrispAcknowledgement {

	/**
	 * When its listeners are done, or take longer than Crisp is kept waiting. An event
	 * whose listeners fail before, or that is lost because the application dies before,
	 * is delivered again.
	 */
	AFTER_HANDLING,

	/**
	 * When its listeners are done, however long they take. While they are not, it is
	 * delivered again, and not handled again unless another instance gets it.
	 */
	AFTER_HANDLING_ONLY,

	/**
	 * When the event is accepted, before its listeners are called. An event whose
	 * listeners fail, or that is lost because the application dies, does not come again.
	 */
	ON_RECEIPT

}
