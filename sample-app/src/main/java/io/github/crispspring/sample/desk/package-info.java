/**
 * The operator's part of the page: conversations, notes, states, assignments.
 */
@NullMarked
package io.github.crispspring.sample.desk;

import org.jspecify.annotations.NullMarked;
