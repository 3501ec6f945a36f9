package io.github.crispspring.client.website.teams;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A team of operators. To create or replace one, build it without what Crisp sets.
 *
 * @param teamId its identifier, set by Crisp
 * @param name its name
 * @param emoji the emoji that is shown with it
 * @param operators the identifiers of its operators
 * @param createdAt when it was created, set by Crisp
 * @param updatedAt when it was last changed, set by Crisp
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record WebsiteTeam(@ManagedByCrisp @Nullable String teamId, @Nullable String name, @Nullable String emoji,
		@Nullable List<String> operators, @ManagedByCrisp @Nullable Instant createdAt,
		@ManagedByCrisp @Nullable Instant updatedAt, @Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static WebsiteTeamBuilder builder() {
		return WebsiteTeamBuilder.builder();
	}

}
