/**
 * Types of chat messages that REST and events share, such as content and sender.
 */
@NullMarked
package io.github.crispspring.message;

import org.jspecify.annotations.NullMarked;
