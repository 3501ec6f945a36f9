package io.github.crispspring.client.website.teams;

import org.jspecify.annotations.Nullable;

/**
 * A team that was created.
 *
 * @param teamId its identifier
 */
public record WebsiteTeamNew(@Nullable String teamId) {

}
