/**
 * Example of a reactive bot on Spring WebFlux.
 */
@NullMarked
package io.github.crispspring.example.reactive;

import org.jspecify.annotations.NullMarked;
