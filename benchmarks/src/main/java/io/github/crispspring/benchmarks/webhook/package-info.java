/**
 * How many web hooks are received, how fast, and what becomes of them in a crash.
 */
@NullMarked
package io.github.crispspring.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
