package io.github.crispspring.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * The state of a conversation.
 */
public enum ConversationState {

	/**
	 * Open, without a need to act.
	 */
	PENDING,

	/**
	 * Open, and waiting for the website to act.
	 */
	UNRESOLVED,

	/**
	 * Closed until the next message.
	 */
	RESOLVED,

	/**
	 * A state unknown to this version.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
