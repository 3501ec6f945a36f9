package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Under which domains the help desk is reached.
 *
 * @param root the domain in which Crisp gives out names
 * @param basic its name in that domain
 * @param custom the domain of its own
 * @param verified whether the domain of its own is set up
 */
public record HelpdeskDomain(@Nullable String root, @Nullable String basic, @Nullable String custom,
		@Nullable Boolean verified) {

}
