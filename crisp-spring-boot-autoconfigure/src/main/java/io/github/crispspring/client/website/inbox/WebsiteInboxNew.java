package io.github.crispspring.client.website.inbox;

import org.jspecify.annotations.Nullable;

/**
 * An inbox that was created.
 *
 * @param inboxId its identifier
 */
public record WebsiteInboxNew(@Nullable String inboxId) {

}
