package io.github.crispspring.rtm;

/**
 * An exception or error of code that the connection calls, where none is expected.
 * Wrapped, a {@link StackOverflowError} is an error signal like any other, while Reactor
 * would throw it and leave the subscriber waiting.
 */
final class RtmUnexpectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmUnexpectedException(Throwable cause) {
		super("Unexpected " + cause.getClass().getSimpleName(), cause);
	}

}
