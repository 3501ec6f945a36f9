package io.github.crispspring.client.website.teams;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Team of operators. Omit the values that Crisp sets when creating or replacing a team.
 *
 * @param teamId the identifier, set by Crisp
 * @param name the name
 * @param emoji the emoji that is shown with it
 * @param operators the identifiers of its operators
 * @param createdAt the time of creation, set by Crisp
 * @param updatedAt the time of the last change, set by Crisp
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record WebsiteTeam(@ReceiveOnly @Nullable String teamId, @Nullable String name, @Nullable String emoji,
		@Nullable List<String> operators, @ReceiveOnly @Nullable Instant createdAt,
		@ReceiveOnly @Nullable Instant updatedAt, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static WebsiteTeamBuilder builder() {
		return WebsiteTeamBuilder.builder();
	}

}
