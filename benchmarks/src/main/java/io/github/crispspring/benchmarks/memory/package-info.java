/**
 * Benchmarks of memory.
 */
@NullMarked
package io.github.crispspring.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
