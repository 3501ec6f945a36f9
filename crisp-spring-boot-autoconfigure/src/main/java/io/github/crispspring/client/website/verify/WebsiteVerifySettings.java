package io.github.crispspring.client.website.verify;

import org.jspecify.annotations.Nullable;

/**
 * Whether the identities of visitors are verified.
 *
 * @param enabled whether they are
 */
public record WebsiteVerifySettings(@Nullable Boolean enabled) {

}
