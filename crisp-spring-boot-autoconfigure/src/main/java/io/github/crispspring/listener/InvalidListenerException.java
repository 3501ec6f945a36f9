package io.github.crispspring.listener;

import java.lang.reflect.Method;

/**
 * Exception thrown at startup if a method that is annotated with {@link CrispListener}
 * cannot be a listener.
 */
public final class InvalidListenerException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String method;

	private final String problem;

	private final String remedy;

	InvalidListenerException(Method method, String problem, String remedy) {
		super("The listener method '%s' is invalid. %s %s".formatted(method.toGenericString(), problem, remedy));
		this.method = method.toGenericString();
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * Return the method.
	 * @return the method with its signature
	 */
	public String getMethod() {
		return this.method;
	}

	/**
	 * Return the problem of the method.
	 * @return the problem
	 */
	public String getProblem() {
		return this.problem;
	}

	/**
	 * Return how to correct the method.
	 * @return the remedy
	 */
	public String getRemedy() {
		return this.remedy;
	}

}
