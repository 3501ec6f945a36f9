package io.github.crispspring.listener;

import java.lang.reflect.Method;

/**
 * A method is annotated with {@link CrispListener} but cannot be a listener.
 */
public final class InvalidListenerException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String method;

	private final String problem;

	InvalidListenerException(Method method, String problem) {
		super("The listener method '%s' cannot be used. %s".formatted(method.toGenericString(), problem));
		this.method = method.toGenericString();
		this.problem = problem;
	}

	/**
	 * Return the method.
	 * @return the method with its signature
	 */
	public String getMethod() {
		return this.method;
	}

	/**
	 * Return what is wrong with it, and what to write instead.
	 * @return the problem
	 */
	public String getProblem() {
		return this.problem;
	}

}
