/**
 * Spring Security rules for the web hook, on the reactive stack.
 */
@NullMarked
package io.github.crispspring.autoconfigure.security.reactive;

import org.jspecify.annotations.NullMarked;
