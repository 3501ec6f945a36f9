package io.github.crispspring.rtm;

/**
 * The other end does not speak the protocol, or ended the connection.
 */
final class RtmProtocolException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmProtocolException(String message) {
		super(message);
	}

}
