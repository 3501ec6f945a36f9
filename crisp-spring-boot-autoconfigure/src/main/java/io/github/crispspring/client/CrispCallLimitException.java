package io.github.crispspring.client;

/**
 * Exception thrown when a call was not made because of a limit of the application:
 * {@code crisp.rest.daily-budget}, or {@code crisp.rest.max-calls-per-second} if the call
 * would have had to wait for too long. {@link CrispQuotaException} reports that Crisp's
 * own quota is used up.
 */
public final class CrispCallLimitException extends CrispException {

	private static final long serialVersionUID = 1L;

	CrispCallLimitException(CrispRoute route, String limit) {
		super("%s was not called: %s".formatted(route, limit), null);
	}

}
