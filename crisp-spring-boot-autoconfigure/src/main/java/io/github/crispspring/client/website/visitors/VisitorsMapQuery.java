package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * Query that selects visitors by location.
 *
 * @param centerLongitude the longitude of its center in degrees
 * @param centerLatitude the latitude of its center in degrees
 * @param centerRadius the radius
 */
public record VisitorsMapQuery(@Nullable Double centerLongitude, @Nullable Double centerLatitude,
		@Nullable Integer centerRadius) {

	/**
	 * Create a query for the whole map.
	 * @return the query
	 */
	public static VisitorsMapQuery everywhere() {
		return new VisitorsMapQuery(null, null, null);
	}

	/**
	 * Create a query for the surroundings of a location.
	 * @param longitude the longitude of the place in degrees
	 * @param latitude the latitude of the place in degrees
	 * @param radius the radius
	 * @return the query
	 */
	public static VisitorsMapQuery around(double longitude, double latitude, int radius) {
		return new VisitorsMapQuery(longitude, latitude, radius);
	}

}
