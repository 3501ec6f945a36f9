package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A redirection of readers.
 *
 * @param redirectionId the identifier
 * @param path the path that is redirected
 * @param target the URL to which readers are redirected
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 */
public record HelpdeskRedirection(@Nullable String redirectionId, @Nullable String path, @Nullable String target,
		@Nullable Instant createdAt, @Nullable Instant updatedAt) {

}
