package io.github.crispspring.client;

/**
 * Exception for a call without a complete response: Crisp could not be reached, the
 * connection ended, or the time limit of the attempt expired. It is not known whether the
 * call was carried out. The message names the host and port.
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
