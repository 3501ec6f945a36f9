package io.github.crispspring.client.website.helpdesk;

import org.jspecify.annotations.Nullable;

/**
 * Domains of a help desk.
 *
 * @param root the domain for subdomains at Crisp
 * @param basic the name in that domain
 * @param custom the domain of its own
 * @param verified whether the domain of its own is set up
 */
public record HelpdeskDomain(@Nullable String root, @Nullable String basic, @Nullable String custom,
		@Nullable Boolean verified) {

}
