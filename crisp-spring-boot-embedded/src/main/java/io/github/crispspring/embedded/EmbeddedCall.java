package io.github.crispspring.embedded;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * REST call that an embedded Crisp has received.
 *
 * @param id the number of the call
 * @param timestamp the time at which it was received
 * @param account the name of the account whose token it was made with, {@code null} if
 * the token was not accepted
 * @param method the HTTP method
 * @param uri the path and the query
 * @param name the service and the method of the official client, such as
 * {@code website.getConversation}, {@code null} if the route does not exist
 * @param requestBody the first 64 KiB of the body of the request, or an empty string
 * @param status the HTTP status of the response, 0 if the connection was cut
 * @param responseBody the first 64 KiB of the body of the response, or an empty string
 * @param duration the time until the response was sent
 * @param sessionId the conversation, {@code null} if the call is not about one
 * @param deliveryId the number of the delivery for that conversation that the call was
 * most likely made for, which is the one that awaited the response of the application,
 * otherwise the last one, {@code null} if there is none
 */
public record EmbeddedCall(long id, Instant timestamp, @Nullable String account, String method, String uri,
		@Nullable String name, String requestBody, int status, String responseBody, Duration duration,
		@Nullable String sessionId, @Nullable Long deliveryId) {

	/**
	 * Describes the call without its bodies.
	 */
	@Override
	public String toString() {
		return "EmbeddedCall[id=" + this.id + ", account=" + this.account + ", method=" + this.method + ", name="
				+ this.name + ", status=" + this.status + ", duration=" + this.duration + ", sessionId="
				+ this.sessionId + "]";
	}

}
