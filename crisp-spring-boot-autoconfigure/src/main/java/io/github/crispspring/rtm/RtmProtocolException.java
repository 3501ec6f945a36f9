package io.github.crispspring.rtm;

/**
 * Thrown when the server violates the protocol, does not respond or ends the connection.
 */
final class RtmProtocolException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmProtocolException(String message) {
		super(message);
	}

}
