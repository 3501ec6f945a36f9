package io.github.crispspring.client.website.base;

import org.jspecify.annotations.Nullable;

/**
 * A website.
 *
 * @param websiteId the identifier
 * @param name the name
 * @param domain the domain
 * @param logo the URL of its logo
 * @param verified whether it is verified
 * @param institutional whether it is institutional
 */
public record Website(@Nullable String websiteId, @Nullable String name, @Nullable String domain, @Nullable String logo,
		@Nullable Boolean verified, @Nullable Boolean institutional) {

}
