/**
 * Tests for durable handling of events with Spring Modulith's event publication registry.
 */
@NullMarked
package io.github.crispspring.durable;

import org.jspecify.annotations.NullMarked;
