package io.github.crispspring.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A place on the globe.
 *
 * @param latitude the latitude in degrees
 * @param longitude the longitude in degrees
 */
public record Coordinates(@Nullable Double latitude, @Nullable Double longitude) {

}
