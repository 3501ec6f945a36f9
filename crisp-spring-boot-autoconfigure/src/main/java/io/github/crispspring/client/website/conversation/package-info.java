/**
 * Conversations of a website: clients and model types.
 */
@NullMarked
package io.github.crispspring.client.website.conversation;

import org.jspecify.annotations.NullMarked;
