package io.github.crispspring.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.ResolvableType;

/**
 * {@link CrispApplicationEvent} that the dispatcher publishes.
 *
 * @param <E> the type of the event
 */
final class DispatchedEvent<E extends CrispEvent> extends CrispApplicationEvent<E> {

	private static final long serialVersionUID = 1L;

	private static final ClassValue<ResolvableType> TYPES = new ClassValue<>() {

		@Override
		protected ResolvableType computeValue(Class<?> payload) {
			return ResolvableType.forClassWithGenerics(DispatchedEvent.class, payload);
		}

	};

	private final transient EventHandling handling;

	private final transient List<Remaining> remaining = new ArrayList<>(2);

	private @Nullable Throwable failure;

	private boolean matched;

	private volatile boolean closed;

	private volatile boolean committed;

	private transient Sinks.@Nullable Empty<Void> end;

	private boolean ended;

	DispatchedEvent(E event, EventHandling handling) {
		super(event, handling.delivery());
		this.handling = handling;
	}

	/**
	 * Return the type, which is created once for each type of event. Spring calls this
	 * method before each plain {@code @EventListener} method.
	 * @throws CancellationException if the event has ended, so that no further listener
	 * is called
	 */
	@Override
	public ResolvableType getResolvableType() {
		requireOpen();
		return TYPES.get(getPayload().getClass());
	}

	void matched() {
		this.matched = true;
	}

	/**
	 * Call the method of a listener, unless it has handled the event in an earlier
	 * attempt.
	 * @throws CancellationException if the event has ended
	 */
	void call(Object listener, Callable<@Nullable Mono<Void>> method) {
		requireOpen();
		if (this.handling.isHandledBy(listener)) {
			return;
		}
		try {
			Mono<Void> work = method.call();
			requireOpen();
			this.remaining.add(new Remaining(listener, work));
		}
		catch (Throwable ex) {
			requireOpen();
			failed(ex);
		}
	}

	<T> Mono<T> retryAfterCommit(Mono<T> sending) {
		return Mono.defer(() -> this.committed ? this.handling.retried(sending) : sending);
	}

	Mono<Void> ended() {
		return Mono.defer(() -> {
			synchronized (this.remaining) {
				if (this.ended) {
					return Mono.empty();
				}
				if (this.end == null) {
					this.end = Sinks.empty();
				}
				return this.end.asMono();
			}
		});
	}

	private void requireOpen() {
		if (this.closed) {
			throw new CancellationException("The event has ended: its time limit has passed");
		}
	}

	/**
	 * Record a failure of a listener.
	 */
	void failed(Throwable failure) {
		this.failure = EventFailures.add(this.failure, failure);
	}

	/**
	 * Return whether a listener has failed or the event has ended meanwhile.
	 */
	boolean hasFailed() {
		return this.failure != null || this.closed;
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

	boolean hasMatched() {
		return this.matched;
	}

	/**
	 * Record that the event was published in a transaction that was committed.
	 */
	void committed() {
		this.committed = true;
	}

	boolean isCommitted() {
		return this.committed;
	}

	/**
	 * Discard the remaining work, as the transaction was rolled back.
	 */
	void rolledBack() {
		this.remaining.clear();
	}

	/**
	 * Accept no more calls.
	 */
	void close() {
		this.closed = true;
		end();
	}

	/**
	 * Signal that this attempt has ended.
	 */
	void end() {
		Sinks.Empty<Void> end;
		synchronized (this.remaining) {
			this.ended = true;
			end = this.end;
		}
		if (end != null) {
			end.tryEmitEmpty();
		}
	}

	/**
	 * Return the remaining work, one entry for each listener that returned.
	 */
	List<Remaining> remaining() {
		return this.remaining;
	}

	/**
	 * Remaining work of a listener that has returned.
	 *
	 * @param listener the listener
	 * @param work the work, or {@code null} if the listener has completed
	 */
	record Remaining(Object listener, @Nullable Mono<Void> work) {

	}

}
