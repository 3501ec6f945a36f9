/**
 * Benchmark of REST calls compared with {@code WebClient}.
 */
@NullMarked
package io.github.crispspring.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
