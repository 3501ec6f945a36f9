package io.github.crispspring.client;

/**
 * Exception thrown when a call receives no complete response: Crisp could not be reached,
 * the connection was closed, or the time limit of the attempt expired. Crisp may have
 * carried out the call. The message contains the host and port.
 */
public final class CrispTransportException extends CrispException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_PROBLEM_LENGTH = 500;

	CrispTransportException(CrispRoute route, String server, Throwable cause) {
		super("No response to %s from %s: %s".formatted(route, server, describe(cause)), cause);
	}

	private static String describe(Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String message = root.getMessage();
		return root.getClass().getSimpleName()
				+ ((message != null) ? " (" + Excerpt.of(message, MAX_PROBLEM_LENGTH) + ")" : "");
	}

}
