/**
 * What a chat message is made of, whether it is sent by REST, read by REST or received as
 * an event: its content, its sender, what it refers to.
 */
@NullMarked
package io.github.crispspring.message;

import org.jspecify.annotations.NullMarked;
