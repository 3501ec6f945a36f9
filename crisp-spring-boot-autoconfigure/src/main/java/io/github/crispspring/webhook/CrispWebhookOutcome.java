package io.github.crispspring.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Outcome that deliveries to the webhook endpoint had since the start of the application,
 * without content of a request.
 *
 * @param name the name of the outcome: {@code handled}, {@code accepted}, {@code failed},
 * or the reason of a rejection as in {@link CrispWebhookController#getRejectionCounts()}
 * @param status the HTTP status of the response
 * @param count the number of deliveries with this outcome
 * @param lastAt when the last of them was received
 * @param problem why the request was rejected or the event was not handled, or
 * {@code null} for a delivery that was acknowledged
 */
public record CrispWebhookOutcome(String name, int status, long count, Instant lastAt, @Nullable String problem) {

}
