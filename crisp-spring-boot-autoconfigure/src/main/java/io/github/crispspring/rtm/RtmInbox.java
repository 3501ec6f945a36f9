package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Instant;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.json.CrispJson;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
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
	 * Accept an event that was received over the connection.
	 * @param name the name of the event
	 * @param data the event
	 * @param size the size of the event as received, in bytes
	 * @return completes when it is accepted, which is at once if there is capacity
	 */
	Mono<Void> accept(String name, JsonNode data, long size) {
		this.lastEventAt = this.clock.instant();
		return accept(CrispDelivery.Transport.RTM, name, null, occurredAt(data), data, size);
	}

	/**
	 * Messages say when they were sent, other events nothing.
	 */
	private @Nullable Instant occurredAt(JsonNode data) {
		return CrispJson.readInstant(data.path("timestamp"));
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
		return Mono.defer(() -> accept(CrispDelivery.Transport.RECOVERY, name, websiteId, occurredAt, data,
				data.toString().length()));
	}

	private Mono<Void> accept(CrispDelivery.Transport transport, String name, @Nullable String websiteId,
			@Nullable Instant occurredAt, JsonNode data, long size) {
		try {
			CrispEvent event = this.reader.read(name, websiteId, data);
			CrispDelivery delivery = new CrispDelivery(transport, null, occurredAt, this.clock.instant(), 1, null, data)
				.withSize(size);
			return this.dispatcher.tryDispatch(event, delivery) ? Mono.empty()
					: whenCapacity(event, delivery).onErrorResume((ex) -> notAccepted(name, ex));
		}
		catch (Throwable ex) {
			Exceptions.throwIfFatal(ex);
			return notAccepted(name, ex);
		}
	}

	private Mono<Void> whenCapacity(CrispEvent event, CrispDelivery delivery) {
		return this.dispatcher.whenCapacity(delivery.size())
			.then(Mono.fromCallable(() -> this.dispatcher.tryDispatch(event, delivery)))
			.repeat()
			.takeUntil(Boolean::booleanValue)
			.then();
	}

	private Mono<Void> notAccepted(String name, Throwable failure) {
		logger.error(LogMessage.format("An event '%s' could not be handed to the listeners", name), failure);
		return Mono.empty();
	}

}
