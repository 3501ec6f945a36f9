package io.github.crispspring.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Whether somebody is there.
 */
public enum Availability {

	/**
	 * There.
	 */
	ONLINE,

	/**
	 * Not there.
	 */
	OFFLINE,

	/**
	 * An availability that this version does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
