/**
 * Benchmark and crash test of webhooks.
 */
@NullMarked
package io.github.crispspring.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
