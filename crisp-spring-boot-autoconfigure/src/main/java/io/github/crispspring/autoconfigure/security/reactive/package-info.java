/**
 * Spring Security support for webhooks on the reactive stack.
 */
@NullMarked
package io.github.crispspring.autoconfigure.security.reactive;

import org.jspecify.annotations.NullMarked;
