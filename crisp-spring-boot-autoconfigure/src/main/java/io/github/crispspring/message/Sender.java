package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Side of a conversation.
 */
public enum Sender {

	/**
	 * The visitor, who writes in the chat box, by email or through another channel.
	 */
	USER,

	/**
	 * The operator side: a human operator or a bot.
	 */
	OPERATOR,

	/**
	 * A side unknown to this version.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
