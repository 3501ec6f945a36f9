package io.github.crispspring.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * The state of a conversation.
 */
public enum ConversationState {

	/**
	 * Open, and nobody has to do anything.
	 */
	PENDING,

	/**
	 * Open, and waiting for the website to act.
	 */
	UNRESOLVED,

	/**
	 * Closed, until somebody writes again.
	 */
	RESOLVED,

	/**
	 * A state that this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
