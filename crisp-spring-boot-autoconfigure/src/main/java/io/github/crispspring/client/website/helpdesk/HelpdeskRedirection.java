package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A redirection of readers.
 *
 * @param redirectionId its identifier
 * @param path the path that is redirected
 * @param target the URL to which readers are redirected
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
public record HelpdeskRedirection(@Nullable String redirectionId, @Nullable String path, @Nullable String target,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

}
