package io.github.crispspring.listener;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
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

	private static final Duration READY_PAUSE = Duration.ofMillis(100);

	private final ApplicationEventPublisher publisher;

	private final CrispDuplicates duplicates;

	private final CrispListenerErrorHandler errorHandler;

	private final CrispListenerRegistry listeners;

	private volatile EventObservations observations = new EventObservations(ObservationRegistry.NOOP, null);

	private final TimeLimit timeLimit;

	private volatile @Nullable TransportTwins twins;

	private final LongAdder duplicatesSeen = new LongAdder();

	private final Lanes lanes;

	private volatile boolean running;

	/**
	 * Create a dispatcher.
	 * @param publisher how events are published
	 * @param executor what listeners run on; they may block
	 * @param settings how much is handled at the same time, and how long it may take
	 * @param duplicates sees to it that an event is handled once
	 * @param errorHandler is told when a listener fails
	 * @param listeners knows what is listened to
	 */
	public CrispEventDispatcher(ApplicationEventPublisher publisher, Executor executor, Settings settings,
			CrispDuplicates duplicates, CrispListenerErrorHandler errorHandler, CrispListenerRegistry listeners) {
		this.publisher = publisher;
		this.duplicates = duplicates;
		this.errorHandler = errorHandler;
		this.listeners = listeners;
		this.timeLimit = new TimeLimit(settings.timeout());
		this.lanes = new Lanes(executor, settings.concurrency(), settings.queueCapacity());
	}

	/**
	 * Set where the handling of events is observed.
	 * @param registry the registry, none unless set
	 * @param convention how the observation is named, {@code null} for the default
	 */
	public void setObservations(ObservationRegistry registry, @Nullable CrispEventObservationConvention convention) {
		this.observations = new EventObservations(registry, convention);
	}

	/**
	 * Expect each event twice, by web hook and over the realtime connection. Where only
	 * one of both brings events, there is no need to look for others of the same content.
	 * @param clock tells the time
	 */
	public void expectBothTransports(Clock clock) {
		this.twins = new TransportTwins(clock);
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
		if (!this.duplicates.isReady()) {
			throw new CrispSaturatedException("It cannot be told now which events were handled before");
		}
		String key = key(event, delivery);
		Observation observation = this.observations.of(event, delivery);
		return this.lanes.submit(lane(event), () -> {
			DispatchedEvent<CrispEvent> dispatched = new DispatchedEvent<>(event, delivery, this.errorHandler,
					this.timeLimit);
			return dispatched.unlessStuck(Mono.defer(() -> once(key, () -> handle(dispatched, observation))));
		});
	}

	/**
	 * Asked only when it is the event's turn, where it may block.
	 */
	private Mono<Void> once(@Nullable String key, Supplier<Mono<Void>> handling) {
		if (key == null) {
			return handling.get();
		}
		AtomicBoolean first = new AtomicBoolean();
		Mono<Void> handled = this.duplicates.once(key, () -> {
			first.set(true);
			return handling.get();
		});
		return first.get() ? handled : handled.doOnTerminate(() -> {
			if (!first.get()) {
				this.duplicatesSeen.increment();
			}
		});
	}

	/**
	 * Return how many events wait or are being handled.
	 * @return the number of events
	 */
	public int getPendingCount() {
		return this.lanes.pending();
	}

	/**
	 * Return how many events came again and were not handled again.
	 * @return the number of events since the start
	 */
	public long getDuplicateCount() {
		return this.duplicatesSeen.sum();
	}

	/**
	 * Wait until an event could be accepted, to bring no more than can be handled.
	 * Another one may take the room.
	 * @return completes when there is room, at once if there is
	 */
	public Mono<Void> whenRoom() {
		return Mono
			.defer(() -> this.duplicates.isReady() ? this.lanes.whenRoom() : Mono.delay(READY_PAUSE).then(whenRoom()));
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
		TransportTwins twins = this.twins;
		return (twins != null) ? twins.key(event.name(), delivery) : delivery.id();
	}

	private String lane(CrispEvent event) {
		if (event instanceof ConversationEvent conversation) {
			return conversation.sessionId();
		}
		String website = String.valueOf(event.websiteId());
		// What could not be read keeps its place in the conversation all the same
		return (event instanceof UnknownEvent unknown) ? unknown.data().path("session_id").asString(website) : website;
	}

	private Mono<Void> handle(DispatchedEvent<CrispEvent> event, Observation observation) {
		this.listeners.hint(event.getPayload());
		if (observation.isNoop()) {
			return event.unlessStuck(Mono.defer(() -> publish(event)));
		}
		observation.start();
		return event.unlessStuck(Mono.defer(() -> observation.scoped(() -> publish(event))))
			.doOnError(observation::error)
			.doOnTerminate(observation::stop)
			.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, observation));
	}

	private Mono<Void> publish(DispatchedEvent<CrispEvent> event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Exception | LinkageError | AssertionError ex) {
			// From a plain @EventListener, behind which no other is called
			event.add(Mono.error(ex));
		}
		return event.handled();
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
	 * @param timeout how long a listener may take for one event, {@code null} for any
	 * time
	 */
	public record Settings(int concurrency, int queueCapacity, @Nullable Duration timeout) {

	}

}
