package io.github.crispspring.webhook;

/**
 * When a web hook is acknowledged. Crisp delivers an event again until it is.
 */
public enum CrispAcknowledgement {

	/**
	 * When its listeners are done. An event whose listeners fail, or that is lost because
	 * the application dies, is delivered again.
	 */
	AFTER_HANDLING,

	/**
	 * When the event is accepted, before its listeners are called. An event whose
	 * listeners fail, or that is lost because the application dies, does not come again.
	 */
	ON_RECEIPT

}
