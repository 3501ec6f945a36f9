/**
 * What a call of the REST API costs, next to plain WebClient.
 */
@NullMarked
package io.github.crispspring.benchmarks.rest;

import org.jspecify.annotations.NullMarked;
