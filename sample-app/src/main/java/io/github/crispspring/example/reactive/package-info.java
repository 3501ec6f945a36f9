/**
 * How it looks on Spring WebFlux, in reactive style.
 */
@NullMarked
package io.github.crispspring.example.reactive;

import org.jspecify.annotations.NullMarked;
