/**
 * What is known of conversations and the people in them, whether it is read by REST or
 * received as an event.
 */
@NullMarked
package io.github.crispspring.model;

import org.jspecify.annotations.NullMarked;
