package io.github.crispspring.client.website.visitors;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the map to look at for visitors.
 *
 * @param centerLongitude the longitude of its center in degrees
 * @param centerLatitude the latitude of its center in degrees
 * @param centerRadius how far it reaches from its center
 */
public record VisitorsMapQuery(@Nullable Double centerLongitude, @Nullable Double centerLatitude,
		@Nullable Integer centerRadius) {

	/**
	 * Look at the whole map.
	 * @return the query
	 */
	public static VisitorsMapQuery everywhere() {
		return new VisitorsMapQuery(null, null, null);
	}

	/**
	 * Look at what is around a place.
	 * @param longitude the longitude of the place in degrees
	 * @param latitude the latitude of the place in degrees
	 * @param radius how far to look
	 * @return the query
	 */
	public static VisitorsMapQuery around(double longitude, double latitude, int radius) {
		return new VisitorsMapQuery(longitude, latitude, radius);
	}

}
