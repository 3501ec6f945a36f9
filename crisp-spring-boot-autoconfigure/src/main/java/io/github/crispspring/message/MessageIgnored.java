package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;

/**
 * Reason for which a message could not be delivered.
 *
 * @param type the type of the recipient
 * @param reason the reason
 */
public record MessageIgnored(@Nullable String type, @Nullable String reason) {

}
