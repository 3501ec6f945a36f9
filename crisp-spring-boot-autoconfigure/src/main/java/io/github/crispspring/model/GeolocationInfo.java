package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Estimated location of a visitor, derived from the IP address.
 *
 * @param country the code of the country, such as {@code FR}
 * @param region the code of the region
 * @param city the name of the city
 * @param coordinates the coordinates
 * @param extraFields the other fields, or {@code null} for none
 */
public record GeolocationInfo(@Nullable String country, @Nullable String region, @Nullable String city,
		@Nullable Coordinates coordinates, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param country the code of the country, such as {@code FR}
	 * @param region the code of the region
	 * @param city the name of the city
	 * @param coordinates the coordinates
	 */
	public GeolocationInfo(@Nullable String country, @Nullable String region, @Nullable String city,
			@Nullable Coordinates coordinates) {
		this(country, region, city, coordinates, null);
	}

	/**
	 * Geographic coordinates.
	 *
	 * @param latitude the latitude in degrees
	 * @param longitude the longitude in degrees
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Coordinates(@Nullable Double latitude, @Nullable Double longitude,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param latitude the latitude in degrees
		 * @param longitude the longitude in degrees
		 */
		public Coordinates(@Nullable Double latitude, @Nullable Double longitude) {
			this(latitude, longitude, null);
		}

	}

}
