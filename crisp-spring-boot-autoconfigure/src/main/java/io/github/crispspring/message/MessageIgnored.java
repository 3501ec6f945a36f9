package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;

/**
 * Why a message could not reach somebody.
 *
 * @param type the kind of receiver
 * @param reason the reason
 */
public record MessageIgnored(@Nullable String type, @Nullable String reason) {

}
