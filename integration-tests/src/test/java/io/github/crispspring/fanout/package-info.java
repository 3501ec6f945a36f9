/**
 * Tests for publishing events to Kafka with Spring Modulith.
 */
@NullMarked
package io.github.crispspring.fanout;

import org.jspecify.annotations.NullMarked;
