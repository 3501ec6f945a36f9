package io.github.crispspring.sample.crisp;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Report of the embedded Crisp on the delivery of an event or on an RTM connection.
 */
public sealed interface DeliveryReport {

	/**
	 * A webhook was sent, with or without a response.
	 *
	 * @param event the name of the event
	 * @param sessionId the session identifier of the conversation
	 * @param attempt the number of this attempt, starting at 1
	 * @param status the HTTP status of the response, or {@code null} if there was none
	 * @param elapsed the duration of the request
	 * @param again whether it will be delivered again
	 */
	record HookAnswered(String event, String sessionId, int attempt, @Nullable Integer status, Duration elapsed,
			boolean again) implements DeliveryReport {
	}

	/**
	 * A client of the RTM API authenticated.
	 */
	record RtmConnected() implements DeliveryReport {
	}

	/**
	 * The connection to an authenticated client ended.
	 */
	record RtmDisconnected() implements DeliveryReport {
	}

	/**
	 * An event was lost, because no RTM connection existed.
	 *
	 * @param event the name of the event
	 * @param sessionId the session identifier of the conversation
	 */
	record RtmMissed(String event, String sessionId) implements DeliveryReport {
	}

	/**
	 * The transport of events was changed.
	 *
	 * @param transport the new transport
	 */
	record TransportChanged(EventDelivery.Transport transport) implements DeliveryReport {
	}

}
