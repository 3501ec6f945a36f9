/**
 * Recipe: metrics of the support.
 */
@NullMarked
package io.github.crispspring.example.metrics;

import org.jspecify.annotations.NullMarked;
