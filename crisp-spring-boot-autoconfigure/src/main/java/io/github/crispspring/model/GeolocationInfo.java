package io.github.crispspring.model;

import io.github.crispspring.json.ExtraFields;
import org.jspecify.annotations.Nullable;

/**
 * Where a visitor seems to be, judging by the network address.
 *
 * @param country the code of the country, such as {@code FR}
 * @param region the code of the region
 * @param city the name of the city
 * @param coordinates the place on the globe
 * @param extraFields the fields without a readable component, if any
 */
public record GeolocationInfo(@Nullable String country, @Nullable String region, @Nullable String city,
		@Nullable Coordinates coordinates, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param country the code of the country, such as {@code FR}
	 * @param region the code of the region
	 * @param city the name of the city
	 * @param coordinates the place on the globe
	 */
	public GeolocationInfo(@Nullable String country, @Nullable String region, @Nullable String city,
			@Nullable Coordinates coordinates) {
		this(country, region, city, coordinates, null);
	}

}
