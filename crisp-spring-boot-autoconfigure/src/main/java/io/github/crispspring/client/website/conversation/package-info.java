/**
 * The conversations of a website: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.NullMarked;
