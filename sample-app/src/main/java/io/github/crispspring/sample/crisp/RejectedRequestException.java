package io.github.crispspring.sample.crisp;

/**
 * Exception for a REST call to which the response is an error.
 */
final class RejectedRequestException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final transient Envelope envelope;

	private RejectedRequestException(Envelope envelope) {
		super(envelope.reason());
		this.envelope = envelope;
	}

	static RejectedRequestException invalidSession() {
		return new RejectedRequestException(Envelope.of(401, "invalid_session"));
	}

	static RejectedRequestException invalidData(String message) {
		return new RejectedRequestException(Envelope.error(400, "invalid_data", message));
	}

	static RejectedRequestException noRoute() {
		return new RejectedRequestException(Envelope.error(404, "not_found", "the route does not exist"));
	}

	static RejectedRequestException notSubscribed() {
		return new RejectedRequestException(Envelope.of(404, "not_subscribed"));
	}

	static RejectedRequestException conversationNotFound() {
		return new RejectedRequestException(Envelope.of(404, "conversation_not_found"));
	}

	static RejectedRequestException messageNotFound() {
		return new RejectedRequestException(Envelope.of(404, "message_not_found"));
	}

	Envelope envelope() {
		return this.envelope;
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		// Part of normal operation, so that the stack trace has no value
		return this;
	}

}
