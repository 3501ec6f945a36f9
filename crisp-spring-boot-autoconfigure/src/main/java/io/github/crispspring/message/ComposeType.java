package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What somebody who is writing does.
 */
public enum ComposeType {

	/**
	 * Starts to type, or goes on.
	 */
	START,

	/**
	 * Stops typing.
	 */
	STOP,

	/**
	 * Something that this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
