package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Geographic coordinates.
 *
 * @param latitude the latitude in degrees
 * @param longitude the longitude in degrees
 * @param extraFields the other fields, or {@code null} for none
 */
public record Coordinates(@Nullable Double latitude, @Nullable Double longitude, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param latitude the latitude in degrees
	 * @param longitude the longitude in degrees
	 */
	public Coordinates(@Nullable Double latitude, @Nullable Double longitude) {
		this(latitude, longitude, null);
	}

}
