package io.github.crispspring.client;

/**
 * Crisp could not be reached, or the connection ended before its answer was complete. It
 * is not known whether the call was carried out.
 */
public final class CrispTransportException extends CrispException {

	private static final long serialVersionUID = 1L;

	CrispTransportException(CrispRoute route, Throwable cause) {
		super("No answer to %s: %s".formatted(route, describe(cause)), cause);
	}

	private static String describe(Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root.getClass().getSimpleName() + ((root.getMessage() != null) ? " (" + root.getMessage() + ")" : "");
	}

}
