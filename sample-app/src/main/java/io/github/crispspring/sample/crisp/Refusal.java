package io.github.crispspring.sample.crisp;

/**
 * Ends a REST call with an error envelope.
 */
final class Refusal extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final transient Envelope envelope;

	private Refusal(Envelope envelope) {
		super(envelope.reason());
		this.envelope = envelope;
	}

	static Refusal invalidSession() {
		return new Refusal(Envelope.of(401, "invalid_session"));
	}

	static Refusal invalidData(String message) {
		return new Refusal(Envelope.error(400, "invalid_data", message));
	}

	static Refusal noRoute() {
		return new Refusal(Envelope.error(404, "not_found", "the route does not exist"));
	}

	static Refusal notSubscribed() {
		return new Refusal(Envelope.of(404, "not_subscribed"));
	}

	static Refusal conversationNotFound() {
		return new Refusal(Envelope.of(404, "conversation_not_found"));
	}

	static Refusal messageNotFound() {
		return new Refusal(Envelope.of(404, "message_not_found"));
	}

	Envelope envelope() {
		return this.envelope;
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		// An answer rather than a fault: where it was thrown says nothing.
		return this;
	}

}
