package io.github.crispspring.ai;

/**
 * Thrown when a tool is called with arguments that it does not accept. The message is
 * written for the model.
 */
final class RejectedToolCallException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RejectedToolCallException(String message) {
		super(message);
	}

}
