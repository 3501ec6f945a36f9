/**
 * Operator's part of the page, with conversations, notes, states and assignments.
 */
@NullMarked
package io.github.crispspring.sample.desk;

import org.jspecify.annotations.NullMarked;
