package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Operator who performed an action.
 *
 * @param userId the identifier of the operator
 * @param nickname the name shown
 * @param avatar the URL of the picture shown
 */
public record EventOperator(@Nullable String userId, @Nullable String nickname, @Nullable String avatar) {

}
