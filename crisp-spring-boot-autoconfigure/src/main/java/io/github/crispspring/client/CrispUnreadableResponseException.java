package io.github.crispspring.client;

/**
 * Crisp, or something between Crisp and the application, answered something that is not
 * what the route answers. The call itself may well have been carried out.
 */
public final class CrispUnreadableResponseException extends CrispException {

	private static final long serialVersionUID = 1L;

	private final int status;

	CrispUnreadableResponseException(CrispRoute route, int status, String problem) {
		super("The answer %d to %s cannot be read: %s".formatted(status, route, problem), null);
		this.status = status;
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status
	 */
	public int getStatus() {
		return this.status;
	}

}
