/**
 * Events that are passed on to Kafka, with Spring Modulith's externalization.
 */
@NullMarked
package io.github.crispspring.fanout;

import org.jspecify.annotations.NullMarked;
