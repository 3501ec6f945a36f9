package io.github.crispspring.sample.crisp;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the embedded Crisp sees of the delivery of its events.
 */
public sealed interface DeliveryReport {

	/**
	 * A web hook was answered, or was not.
	 *
	 * @param event the event's name
	 * @param sessionId the conversation it happened in
	 * @param attempt how often it was delivered, this time included
	 * @param status the HTTP status of the answer, {@code null} if none came
	 * @param elapsed how long that took
	 * @param again whether it will be delivered again
	 */
	record HookAnswered(String event, String sessionId, int attempt, @Nullable Integer status, Duration elapsed,
			boolean again) implements DeliveryReport {
	}

	/**
	 * A client of the RTM API proved who it is.
	 */
	record RtmConnected() implements DeliveryReport {
	}

	/**
	 * The connection to such a client ended.
	 */
	record RtmDisconnected() implements DeliveryReport {
	}

	/**
	 * There was no RTM connection to send an event over, and it will not be sent later.
	 *
	 * @param event the event's name
	 * @param sessionId the conversation it happened in
	 */
	record RtmMissed(String event, String sessionId) implements DeliveryReport {
	}

	/**
	 * Events leave another way from now on.
	 *
	 * @param transport the way they leave
	 */
	record TransportChanged(EventDelivery.Transport transport) implements DeliveryReport {
	}

}
