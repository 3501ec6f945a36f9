/**
 * Benchmarks of how cost and memory grow with the load.
 */
@NullMarked
package io.github.crispspring.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
