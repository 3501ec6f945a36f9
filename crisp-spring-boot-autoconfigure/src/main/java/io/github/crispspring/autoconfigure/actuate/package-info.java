/**
 * Spring Boot Actuator support: health, metrics and the {@code crisp} endpoint.
 */
@NullMarked
package io.github.crispspring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
