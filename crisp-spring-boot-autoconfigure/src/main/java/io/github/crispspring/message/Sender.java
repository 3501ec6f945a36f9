package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Which side of a conversation somebody or something is on.
 */
public enum Sender {

	/**
	 * The visitor: the person who writes in the chat box, by e-mail or from another
	 * channel.
	 */
	USER,

	/**
	 * The website's side: a human operator or a bot.
	 */
	OPERATOR,

	/**
	 * A side that this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
