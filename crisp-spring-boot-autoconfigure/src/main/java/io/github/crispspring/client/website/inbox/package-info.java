/**
 * Inboxes of a website: client and model types.
 */
@NullMarked
package io.github.crispspring.client.website.inbox;

import org.jspecify.annotations.NullMarked;
