package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

/**
 * What is around every answer of Crisp.
 *
 * @param error whether Crisp did not do what it was asked
 * @param reason a code for what happened, good or bad
 * @param data the answer proper
 */
record Envelope<T>(boolean error, @Nullable String reason, @Nullable T data) {

}
