package io.github.crispspring.generator;

import javax.lang.model.element.Element;

/**
 * Exception for a reactive client that the blocking one cannot be generated from.
 */
final class NotGeneratedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Element element;

	NotGeneratedException(String message, Element element) {
		super(message);
		this.element = element;
	}

	/**
	 * Return the part of the source to change.
	 */
	Element getElement() {
		return this.element;
	}

}
