package io.github.crispspring.listener;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * The one door through which events reach the listeners, whichever way they came: events
 * of one conversation in order, one at a time, different conversations at the same time,
 * and each only once. When the application stops, no more events are accepted, and those
 * that were are handled to the end.
 */
public final class CrispEventDispatcher implements SmartLifecycle {

	private final ApplicationEventPublisher publisher;

	private final CrispDuplicates duplicates;

	private final CrispListenerErrorHandler errorHandler;

	private final Lanes lanes;

	private volatile boolean running;

	/**
	 * Create a dispatcher.
	 * @param publisher how events are published
	 * @param executor what listeners run on; they may block
	 * @param settings how much is handled at the same time, and how long it may take
	 * @param duplicates sees to it that an event is handled once
	 * @param errorHandler is told when a listener fails
	 */
	public CrispEventDispatcher(ApplicationEventPublisher publisher, Executor executor, Settings settings,
			CrispDuplicates duplicates, CrispListenerErrorHandler errorHandler) {
		this.publisher = publisher;
		this.duplicates = duplicates;
		this.errorHandler = errorHandler;
		this.lanes = new Lanes(executor, settings.concurrency(), settings.queueCapacity(), settings.timeout());
	}

	/**
	 * Accept an event. It is handled whether or not anybody subscribes to the result. An
	 * event that was accepted before is not handled again.
	 * @param event what happened
	 * @param delivery how it came
	 * @return completes when all listeners are done and their replies are sent, with an
	 * error if a listener failed
	 * @throws CrispSaturatedException if the event was not accepted
	 */
	public Mono<Void> dispatch(CrispEvent event, CrispDelivery delivery) {
		String key = key(event, delivery);
		return (key != null) ? this.duplicates.once(key, () -> submit(event, delivery)) : submit(event, delivery);
	}

	/**
	 * Wait until an event could be accepted, to bring no more than can be handled.
	 * Another one may take the room.
	 * @return completes when there is room, at once if there is
	 */
	public Mono<Void> whenRoom() {
		return this.lanes.whenRoom();
	}

	private Mono<Void> submit(CrispEvent event, CrispDelivery delivery) {
		return this.lanes.submit(lane(event), () -> handle(event, delivery));
	}

	/**
	 * What tells the event from all others: for a message its fingerprint, whichever way
	 * it came; otherwise what the transport knows.
	 */
	private @Nullable String key(CrispEvent event, CrispDelivery delivery) {
		if (event instanceof ChatMessageEvent message && message.fingerprint() != 0) {
			return String.join(" ", event.name(), message.websiteId(), message.sessionId(),
					Long.toString(message.fingerprint()));
		}
		return delivery.id();
	}

	private String lane(CrispEvent event) {
		return (event instanceof ConversationEvent conversation) ? conversation.sessionId()
				: String.valueOf(event.websiteId());
	}

	private Mono<Void> handle(CrispEvent event, CrispDelivery delivery) {
		DispatchedEvent<CrispEvent> dispatched = new DispatchedEvent<>(event, delivery, this.errorHandler);
		try {
			this.publisher.publishEvent(dispatched);
		}
		catch (Exception | LinkageError | AssertionError ex) {
			// From a plain @EventListener, behind which no other is called
			dispatched.add(Mono.error(ex));
		}
		return dispatched.handled();
	}

	@Override
	public void start() {
		this.lanes.open();
		this.running = true;
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		this.lanes.close(callback);
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * Stop after what brings events, web servers included, and before Spring Boot's task
	 * executor.
	 */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE - 4096;
	}

	/**
	 * How much is handled at the same time, and how long it may take.
	 *
	 * @param concurrency how many conversations are handled at the same time at most
	 * @param queueCapacity how many events may wait or be handled at the same time
	 * @param timeout how long the listeners of one event may take, {@code null} for any
	 * time
	 */
	public record Settings(int concurrency, int queueCapacity, @Nullable Duration timeout) {

	}

}
