package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Envelope of every response of Crisp.
 *
 * @param error whether the call failed
 * @param reason the code of the result, of successful calls as well
 * @param data the data of the response
 */
record Envelope<T>(boolean error, @Nullable String reason, @Nullable T data) {

}
