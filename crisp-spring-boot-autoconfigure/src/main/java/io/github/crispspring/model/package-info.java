/**
 * Types of conversations, people and websites that REST and events share.
 */
@NullMarked
package io.github.crispspring.model;

import org.jspecify.annotations.NullMarked;
