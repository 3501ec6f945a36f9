package io.github.crispspring.rtm;

/**
 * Wrapper for an unexpected exception or error of code that the connection calls. Wrapped
 * errors such as {@link StackOverflowError} become error signals; Reactor would rethrow
 * them and never signal the subscriber.
 */
final class RtmUnexpectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RtmUnexpectedException(Throwable cause) {
		super("Unexpected " + cause.getClass().getSimpleName(), cause);
	}

}
