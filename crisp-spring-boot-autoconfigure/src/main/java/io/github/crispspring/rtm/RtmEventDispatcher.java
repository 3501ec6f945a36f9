package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Instant;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.EventJson;
import io.github.crispspring.json.CrispJson;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
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
	public Acceptance accept(String name, EventJson data, long size) {
		try {
			this.lastEventAt = this.clock.instant();
			CrispEvent event = this.reader.read(name, null, data);
			return dispatch(event, delivery(CrispDelivery.Transport.RTM, occurredAt(event, data), data, size));
		}
		catch (Throwable ex) {
			return discard(name, ex);
		}
	}

	/**
	 * Messages contain the time when they were sent, most other events do not.
	 */
	private @Nullable Instant occurredAt(CrispEvent event, EventJson data) {
		return (event instanceof ChatMessageEvent message) ? message.timestamp()
				: CrispJson.readInstant(data.tree().path("timestamp"));
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
		return Mono.defer(() -> {
			try {
				CrispEvent event = this.reader.read(name, websiteId, data);
				return dispatch(event, delivery(CrispDelivery.Transport.RECOVERY, occurredAt, EventJson.of(data),
						data.toString().length()))
					.completion();
			}
			catch (Throwable ex) {
				return discard(name, ex).completion();
			}
		});
	}

	private CrispDelivery delivery(CrispDelivery.Transport transport, @Nullable Instant occurredAt, EventJson data,
			long size) {
		return new CrispDelivery(this.account, transport, null, occurredAt, this.clock.instant(), 1, null, size, data);
	}

	private Acceptance dispatch(CrispEvent event, CrispDelivery delivery) {
		return this.dispatcher.tryDispatch(event, delivery) ? Acceptance.IMMEDIATE : new Acceptance(
				dispatchWhenCapacity(event, delivery).onErrorResume((ex) -> discard(event.name(), ex).completion()));
	}

	private Mono<Void> dispatchWhenCapacity(CrispEvent event, CrispDelivery delivery) {
		return this.dispatcher.whenCapacity(delivery.size())
			.then(SafeMono.defer(() -> Mono.just(this.dispatcher.tryDispatch(event, delivery))))
			.repeat()
			.takeUntil(Boolean::booleanValue)
			.then();
	}

	private Acceptance discard(String name, Throwable failure) {
		logger.error(LogMessage.format("Event '%s' could not be dispatched; it is discarded", name), failure);
		return Acceptance.IMMEDIATE;
	}

}
