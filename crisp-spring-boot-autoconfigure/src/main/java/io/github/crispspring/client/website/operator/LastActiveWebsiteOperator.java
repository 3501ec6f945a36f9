package io.github.crispspring.client.website.operator;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * Time of an operator's last activity.
 *
 * @param userId the identifier of the operator
 * @param avatar the URL of the operator's picture
 * @param nickname the operator's name
 * @param timestamp the time of the activity
 */
// The official clients disagree on the spelling of names: both are read
public record LastActiveWebsiteOperator(@JsonAlias("userID") @Nullable String userId, @Nullable String avatar,
		@Nullable String nickname, @Nullable Instant timestamp) {

}
