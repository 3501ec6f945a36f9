/**
 * What is known of a conversation and its visitor, whether it is read by REST or received
 * as an event.
 */
@NullMarked
package io.github.crispspring.conversation;

import org.jspecify.annotations.NullMarked;
