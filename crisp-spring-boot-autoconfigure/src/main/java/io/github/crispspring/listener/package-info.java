/**
 * Listener methods, their parameters and conditions, and replies.
 */
@NullMarked
package io.github.crispspring.listener;

import org.jspecify.annotations.NullMarked;
