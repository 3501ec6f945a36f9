package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * A redirection that was added.
 *
 * @param redirectionId its identifier
 */
public record HelpdeskRedirectionNew(@Nullable String redirectionId) {

}
