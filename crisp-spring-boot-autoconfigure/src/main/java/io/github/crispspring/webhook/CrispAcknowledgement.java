package io.github.crispspring.webhook;

/**
 * Strategies for acknowledging webhooks. Crisp delivers an event again until it is
 * acknowledged.
 */
public enum CrispAcknowledgement {

	/**
	 * Acknowledge an event when its listeners have completed, or when they take longer
	 * than {@code crisp.webhook.acknowledge-timeout}. An event whose listeners fail
	 * before, or that is lost because the application crashes before, is delivered again.
	 */
	AFTER_HANDLING,

	/**
	 * Acknowledge an event only when its listeners have completed. An event whose
	 * listeners take longer than {@code crisp.webhook.acknowledge-timeout} is delivered
	 * again. The redelivery is not handled again unless another instance receives it.
	 */
	AFTER_HANDLING_ONLY,

	/**
	 * Acknowledge an event when it is accepted, before its listeners are called. An event
	 * whose listeners fail, or that is lost because the application crashes, is not
	 * delivered again.
	 */
	ON_RECEIPT

}
