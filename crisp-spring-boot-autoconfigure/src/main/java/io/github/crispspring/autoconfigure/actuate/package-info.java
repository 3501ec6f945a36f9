/**
 * What operators see: health, metrics and the actuator endpoint.
 */
@NullMarked
package io.github.crispspring.autoconfigure.actuate;

import org.jspecify.annotations.NullMarked;
