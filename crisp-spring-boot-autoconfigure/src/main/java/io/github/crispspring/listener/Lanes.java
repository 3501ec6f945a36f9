package io.github.crispspring.listener;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does work with the same key in order, one at a time, and work with different keys at
 * the same time. A lane exists only while it has work.
 */
final class Lanes {

	private final Executor executor;

	private final int concurrency;

	private final int capacity;

	private final Map<String, Lane> lanes = new HashMap<>();

	private final Queue<Lane> ready = new ArrayDeque<>();

	private int accepted;

	private int active;

	private @Nullable Runnable whenIdle;

	private Sinks.@Nullable Empty<Void> room;

	/**
	 * Create lanes.
	 * @param executor what work begins on
	 * @param concurrency how many lanes may be worked in at the same time
	 * @param capacity how much work may wait or be done
	 */
	Lanes(Executor executor, int concurrency, int capacity) {
		this.executor = executor;
		this.concurrency = concurrency;
		this.capacity = capacity;
	}

	/**
	 * Accept work. It is done whether or not anybody subscribes to the result.
	 * @param key the key of the lane
	 * @param task the work, begun on a thread of the executor
	 * @return completes when the work is done
	 * @throws CrispSaturatedException if there is too much work already, or the lanes are
	 * closed
	 */
	Mono<Void> submit(String key, Supplier<Mono<Void>> task) {
		Work work = new Work(task, Sinks.empty());
		synchronized (this.lanes) {
			if (this.whenIdle != null) {
				throw new CrispSaturatedException("The application is stopping");
			}
			if (this.accepted >= this.capacity) {
				throw new CrispSaturatedException(
						"%d events are waiting or being handled, which is as many as 'crisp.listener.queue-capacity' allows"
							.formatted(this.capacity));
			}
			this.accepted++;
			Lane lane = this.lanes.get(key);
			if (lane == null) {
				lane = new Lane(key, new ArrayDeque<>());
				this.lanes.put(key, lane);
				this.ready.add(lane);
			}
			lane.waiting().add(work);
		}
		beginWhatIsReady();
		return work.done().asMono();
	}

	/**
	 * Wait until work would be accepted. Other work may come before.
	 * @return completes when there is room, at once if there is
	 */
	Mono<Void> whenRoom() {
		return Mono.defer(() -> {
			synchronized (this.lanes) {
				if (hasRoom()) {
					return Mono.empty();
				}
				if (this.room == null) {
					this.room = Sinks.empty();
				}
				return this.room.asMono();
			}
		});
	}

	private boolean hasRoom() {
		return this.whenIdle == null && this.accepted < this.capacity;
	}

	private void tellOfRoom() {
		Sinks.Empty<Void> room;
		synchronized (this.lanes) {
			room = hasRoom() ? this.room : null;
			if (room != null) {
				this.room = null;
			}
		}
		if (room != null) {
			room.tryEmitEmpty();
		}
	}

	/**
	 * Accept no more work.
	 * @param whenIdle called when all that was accepted is done
	 */
	void close(Runnable whenIdle) {
		boolean idle;
		synchronized (this.lanes) {
			this.whenIdle = whenIdle;
			idle = (this.accepted == 0);
		}
		if (idle) {
			whenIdle.run();
		}
	}

	/**
	 * Accept work again.
	 */
	void open() {
		synchronized (this.lanes) {
			this.whenIdle = null;
		}
		tellOfRoom();
	}

	/**
	 * Return how much work waits or is being done.
	 */
	int pending() {
		synchronized (this.lanes) {
			return this.accepted;
		}
	}

	private void beginWhatIsReady() {
		Lane lane = nextReady();
		while (lane != null) {
			begin(lane);
			lane = nextReady();
		}
	}

	private @Nullable Lane nextReady() {
		synchronized (this.lanes) {
			if (this.active >= this.concurrency) {
				return null;
			}
			Lane lane = this.ready.poll();
			if (lane != null) {
				this.active++;
			}
			return lane;
		}
	}

	private void begin(Lane lane) {
		Work work;
		synchronized (this.lanes) {
			work = lane.waiting().remove();
		}
		try {
			this.executor.execute(() -> perform(lane, work));
		}
		catch (RejectedExecutionException ex) {
			end(lane, work, ex);
		}
	}

	private void perform(Lane lane, Work work) {
		Mono.defer(work.task())
			.subscribe(null, (ex) -> endAndContinue(lane, work, ex), () -> endAndContinue(lane, work, null));
	}

	private void endAndContinue(Lane lane, Work work, @Nullable Throwable failure) {
		end(lane, work, failure);
		beginWhatIsReady();
	}

	private void end(Lane lane, Work work, @Nullable Throwable failure) {
		Runnable idle = null;
		synchronized (this.lanes) {
			this.active--;
			this.accepted--;
			if (lane.waiting().isEmpty()) {
				this.lanes.remove(lane.name());
			}
			else {
				this.ready.add(lane);
			}
			if (this.accepted == 0) {
				idle = this.whenIdle;
			}
		}
		if (failure != null) {
			work.done().tryEmitError(failure);
		}
		else {
			work.done().tryEmitEmpty();
		}
		tellOfRoom();
		if (idle != null) {
			idle.run();
		}
	}

	private record Lane(String name, Queue<Work> waiting) {

	}

	private record Work(Supplier<Mono<Void>> task, Sinks.Empty<Void> done) {

	}

}
