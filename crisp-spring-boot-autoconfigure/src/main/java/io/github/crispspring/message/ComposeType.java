package io.github.crispspring.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * State of a typing indicator.
 */
public enum ComposeType {

	/**
	 * Starts or continues to type.
	 */
	START,

	/**
	 * Stops typing.
	 */
	STOP,

	/**
	 * A state unknown to this version.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
