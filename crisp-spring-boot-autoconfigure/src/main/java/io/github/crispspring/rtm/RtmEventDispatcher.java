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
 * {@link RtmEventSink} that passes events to the {@link CrispEventDispatcher}, no faster
 * than they are handled.
 */
final class RtmEventDispatcher implements RtmEventSink {

	private static final Log logger = LogFactory.getLog(RtmEventDispatcher.class);

	private final String account;

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final Clock clock;

	private volatile @Nullable Instant lastEventAt;

	RtmEventDispatcher(String account, CrispEventReader reader, CrispEventDispatcher dispatcher, Clock clock) {
		this.account = account;
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.clock = clock;
	}

	/**
	 * Accept an event that was received over the connection. An event that cannot be
	 * dispatched is logged and discarded.
	 */
	@Override
	public Acceptance accept(String name, JsonNode data, long size) {
		try {
			this.lastEventAt = this.clock.instant();
			return dispatch(CrispDelivery.Transport.RTM, name, null, occurredAt(data), data, size);
		}
		catch (Throwable ex) {
			return discard(name, ex);
		}
	}

	/**
	 * Messages contain the time when they were sent, other events do not.
	 */
	private @Nullable Instant occurredAt(JsonNode data) {
		return CrispJson.readInstant(data.path("timestamp"));
	}

	/**
	 * Return when the last event was received over the connection.
	 */
	@Nullable Instant lastEventAt() {
		return this.lastEventAt;
	}

	/**
	 * Accept an event that was missed and read from the REST API.
	 * @return completes when the event is accepted
	 */
	Mono<Void> acceptRecovered(String name, String websiteId, Instant occurredAt, JsonNode data) {
		return Mono.defer(() -> dispatch(CrispDelivery.Transport.RECOVERY, name, websiteId, occurredAt, data,
				data.toString().length())
			.completion());
	}

	private Acceptance dispatch(CrispDelivery.Transport transport, String name, @Nullable String websiteId,
			@Nullable Instant occurredAt, JsonNode data, long size) {
		try {
			CrispEvent event = this.reader.read(name, websiteId, data);
			CrispDelivery delivery = new CrispDelivery(this.account, transport, null, occurredAt, this.clock.instant(),
					1, null, size, data);
			return this.dispatcher.tryDispatch(event, delivery) ? Acceptance.IMMEDIATE : new Acceptance(
					dispatchWhenCapacity(event, delivery).onErrorResume((ex) -> discard(name, ex).completion()));
		}
		catch (Throwable ex) {
			Exceptions.throwIfFatal(ex);
			return discard(name, ex);
		}
	}

	private Mono<Void> dispatchWhenCapacity(CrispEvent event, CrispDelivery delivery) {
		return this.dispatcher.whenCapacity(delivery.size())
			.then(Mono.fromCallable(() -> this.dispatcher.tryDispatch(event, delivery)))
			.repeat()
			.takeUntil(Boolean::booleanValue)
			.then();
	}

	private Acceptance discard(String name, Throwable failure) {
		logger.error(LogMessage.format("Event '%s' could not be dispatched; it is discarded", name), failure);
		return Acceptance.IMMEDIATE;
	}

}
