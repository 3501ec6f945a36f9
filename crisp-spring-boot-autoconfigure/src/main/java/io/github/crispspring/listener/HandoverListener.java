package io.github.crispspring.listener;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.crispspring.client.website.conversation.CrispHandovers;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageReceived;
import io.github.crispspring.event.SessionSetRouting;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.model.ConversationState;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.log.LogMessage;

/**
 * {@link GenericApplicationListener} that records in which conversations operators
 * answer, are assigned or are done, for the listeners that step back. It precedes them.
 */
final class HandoverListener implements GenericApplicationListener {

	static final Set<String> EVENT_NAMES = Set.of(MessageReceived.NAME, SessionSetRouting.NAME, SessionSetState.NAME);

	private static final Log logger = LogFactory.getLog(HandoverListener.class);

	private final CrispHandovers handovers;

	private final CrispListenerProcessor.Clients clients;

	private final AtomicBoolean active = new AtomicBoolean();

	HandoverListener(CrispHandovers handovers, CrispListenerProcessor.Clients clients) {
		this.handovers = handovers;
		this.clients = clients;
	}

	/**
	 * Activate the listener, as another listener steps back.
	 * @return whether it was not active before
	 */
	boolean activate() {
		boolean activated = this.active.compareAndSet(false, true);
		if (activated) {
			this.handovers.observedSince(Instant.now());
		}
		return activated;
	}

	/**
	 * Record an answer of an operator before the events that wait are handled.
	 */
	void accepted(CrispEvent event) {
		if (this.active.get() && event instanceof MessageReceived message && isWrittenByOperator(message)) {
			this.handovers.answered(message.websiteId(), message.sessionId(), message.timestamp())
				.subscribe(null,
						(ex) -> logger.debug(LogMessage.format(
								"An answer of an operator is not recorded before event '%s' is handled", event.name()),
								ex));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		Class<?> payload = eventType.as(PayloadApplicationEvent.class).getGeneric().resolve();
		return payload == MessageReceived.class || payload == SessionSetRouting.class
				|| payload == SessionSetState.class;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		CrispApplicationEvent<?> crispEvent = CrispListenerMethod.crispEvent(event);
		if (crispEvent == null) {
			return;
		}
		CrispEventDispatcher.matched(crispEvent);
		Mono<Void> recorded = record(crispEvent.getPayload(), crispEvent.getDelivery());
		if (recorded != null) {
			CrispEventDispatcher.call(crispEvent, this,
					() -> CrispEventDispatcher.retryAfterCommit(crispEvent, recorded));
		}
	}

	private @Nullable Mono<Void> record(CrispEvent event, CrispDelivery delivery) {
		Instant occurredAt = delivery.occurredAt();
		ReactiveWebsiteConversationClient client = this.clients.conversations(delivery.account());
		if (client == null) {
			return null;
		}
		if (event instanceof MessageReceived message && isWrittenByOperator(message) && message.user() != null
				&& message.user().userId() != null) {
			return this.handovers.assignAnswered(client, message.websiteId(), message.sessionId(),
					message.user().userId(), message.timestamp());
		}
		if (event instanceof SessionSetRouting routing) {
			return this.handovers.routed(routing.websiteId(), routing.sessionId(), routing.routingId() != null,
					occurredAt);
		}
		if (event instanceof SessionSetState change && change.state() == ConversationState.RESOLVED) {
			return this.handovers.unassignResolved(client, change.websiteId(), change.sessionId(), occurredAt);
		}
		return null;
	}

	private static boolean isWrittenByOperator(MessageReceived message) {
		return CrispHandovers.isWrittenByOperator(message.from(), message.type(), message.automated(), message.user());
	}

}
