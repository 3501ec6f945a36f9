/**
 * What is measured of Crisp beside the observations.
 */
@NullMarked
package io.github.crispspring.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
