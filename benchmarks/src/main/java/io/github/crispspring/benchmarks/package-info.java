/**
 * Benchmarks and tests that take too long for every build.
 */
@NullMarked
package io.github.crispspring.benchmarks;

import org.jspecify.annotations.NullMarked;
