package io.github.crispspring.client.website.operator;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

/**
 * When an operator was active last.
 *
 * @param userId the identifier of the operator
 * @param avatar the URL of the operator's picture
 * @param nickname the operator's name
 * @param timestamp when the operator was active
 */
// The official clients disagree on the spelling of names: both are read
public record WebsiteOperatorsLastActiveListOne(@JsonAlias("userID") @Nullable String userId, @Nullable String avatar,
		@Nullable String nickname, @Nullable Instant timestamp) {

}
