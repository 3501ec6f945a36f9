package io.github.crispspring.client.website.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Identifier of a new inbox.
 *
 * @param inboxId the identifier
 */
public record CreatedWebsiteInbox(@Nullable String inboxId) {

}
