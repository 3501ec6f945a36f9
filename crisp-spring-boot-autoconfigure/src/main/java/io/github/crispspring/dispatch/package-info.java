/**
 * Dispatch of events to the listeners of the application: in order within a conversation,
 * once for each event, within a time limit, with exactly one outcome.
 */
@NullMarked
package io.github.crispspring.dispatch;

import org.jspecify.annotations.NullMarked;
