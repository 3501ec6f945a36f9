/**
 * Benchmarks and soak test of the RTM connection.
 */
@NullMarked
package io.github.crispspring.benchmarks.rtm;

import org.jspecify.annotations.NullMarked;
