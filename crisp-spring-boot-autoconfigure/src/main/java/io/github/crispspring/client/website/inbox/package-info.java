/**
 * The inboxes of a website: their client and its records.
 */
@NullMarked
package io.github.crispspring.client.website.inbox;

import org.jspecify.annotations.NullMarked;
