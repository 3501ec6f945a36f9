package io.github.crispspring.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Where a visitor seems to be, judging by the network address.
 *
 * @param country the code of the country, such as {@code FR}
 * @param region the code of the region
 * @param city the name of the city
 * @param coordinates the place on the globe
 */
public record GeolocationInfo(@Nullable String country, @Nullable String region, @Nullable String city,
		@Nullable Coordinates coordinates) {

}
