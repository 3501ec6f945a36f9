package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Instant;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.listener.CrispSaturatedException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

import org.springframework.core.log.LogMessage;

/**
 * Hands events to the listeners, no faster than they are handled.
 */
final class RtmInbox {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final Clock clock;

	private volatile @Nullable Instant lastEventAt;

	RtmInbox(CrispEventReader reader, CrispEventDispatcher dispatcher, Clock clock) {
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.clock = clock;
	}

	/**
	 * Accept an event that came over the connection.
	 * @return completes when it is accepted, which is at once if there is room
	 */
	Mono<Void> accept(String name, JsonNode data) {
		this.lastEventAt = this.clock.instant();
		return accept(CrispDelivery.Transport.RTM, name, null, occurredAt(data), data);
	}

	/**
	 * Messages say when they were sent, other events nothing.
	 */
	private @Nullable Instant occurredAt(JsonNode data) {
		JsonNode timestamp = data.path("timestamp");
		return (timestamp.isIntegralNumber() && timestamp.canConvertToLong())
				? Instant.ofEpochMilli(timestamp.longValue()) : null;
	}

	/**
	 * Return when the last event came over the connection.
	 */
	@Nullable Instant lastEventAt() {
		return this.lastEventAt;
	}

	/**
	 * Accept an event that was missed.
	 * @return completes when it is accepted
	 */
	Mono<Void> acceptRecovered(String name, String websiteId, Instant occurredAt, JsonNode data) {
		return Mono.defer(() -> accept(CrispDelivery.Transport.RECOVERY, name, websiteId, occurredAt, data));
	}

	private Mono<Void> accept(CrispDelivery.Transport transport, String name, @Nullable String websiteId,
			@Nullable Instant occurredAt, JsonNode data) {
		try {
			CrispEvent event = this.reader.read(name, websiteId, data);
			CrispDelivery delivery = new CrispDelivery(transport, null, occurredAt, this.clock.instant(), 1, null,
					data);
			return dispatched(event, delivery) ? Mono.empty()
					: whenRoom(event, delivery).onErrorResume((ex) -> notAccepted(name, ex));
		}
		catch (Throwable ex) {
			Exceptions.throwIfFatal(ex);
			return notAccepted(name, ex);
		}
	}

	/**
	 * Dispatch at once if there is room, as there mostly is: to wait for it costs more
	 * than to read the event.
	 */
	private boolean dispatched(CrispEvent event, CrispDelivery delivery) {
		Disposable waiting = this.dispatcher.whenRoom().subscribe();
		if (!waiting.isDisposed()) {
			waiting.dispose();
			return false;
		}
		try {
			this.dispatcher.dispatch(event, delivery);
			return true;
		}
		catch (CrispSaturatedException ex) {
			return false;
		}
	}

	private Mono<Void> whenRoom(CrispEvent event, CrispDelivery delivery) {
		return Mono.defer(this.dispatcher::whenRoom)
			.then(Mono.<Void>fromRunnable(() -> this.dispatcher.dispatch(event, delivery)))
			.retryWhen(Retry.indefinitely().filter(CrispSaturatedException.class::isInstance));
	}

	private Mono<Void> notAccepted(String name, Throwable failure) {
		logger.error(LogMessage.format("An event '%s' could not be handed to the listeners", name), failure);
		return Mono.empty();
	}

}
