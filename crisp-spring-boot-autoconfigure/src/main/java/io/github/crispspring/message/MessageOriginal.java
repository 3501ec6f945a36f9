package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;

/**
 * The source a message was made from, such as the e-mail it came as.
 *
 * @param originalId the identifier under which the source can be read
 */
public record MessageOriginal(@Nullable String originalId) {

}
