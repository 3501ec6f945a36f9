package io.github.crispspring.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Availability of a person.
 */
public enum Availability {

	/**
	 * Available.
	 */
	ONLINE,

	/**
	 * Not available.
	 */
	OFFLINE,

	/**
	 * An availability unknown to this version.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
