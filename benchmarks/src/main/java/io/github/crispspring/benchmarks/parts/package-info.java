/**
 * JMH benchmarks of the steps from an event to its listeners.
 */
@NullMarked
package io.github.crispspring.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
