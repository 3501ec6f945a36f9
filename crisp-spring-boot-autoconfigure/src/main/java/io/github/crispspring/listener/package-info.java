/**
 * How events reach the application: annotated methods, dispatch in order, replies.
 */
@NullMarked
package io.github.crispspring.listener;

import org.jspecify.annotations.NullMarked;
