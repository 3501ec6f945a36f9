/**
 * Part of the page that simulates faults.
 */
@NullMarked
package io.github.crispspring.sample.lab;

import org.jspecify.annotations.NullMarked;
