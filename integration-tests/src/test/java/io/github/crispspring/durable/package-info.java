/**
 * Events that are handled durably, with Spring Modulith's event publication registry.
 */
@NullMarked
package io.github.crispspring.durable;

import org.jspecify.annotations.NullMarked;
