package io.github.crispspring.client.website.teams;

import org.jspecify.annotations.Nullable;

/**
 * Identifier of a new team.
 *
 * @param teamId the identifier
 */
public record CreatedWebsiteTeam(@Nullable String teamId) {

}
