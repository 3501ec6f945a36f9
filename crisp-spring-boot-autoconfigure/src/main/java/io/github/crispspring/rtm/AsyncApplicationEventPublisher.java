package io.github.crispspring.rtm;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.log.LogMessage;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Publishes application events in order on a thread of its own, so that listeners may
 * block. The thread exists only while there are events to publish.
 */
final class AsyncApplicationEventPublisher {

	private static final Log logger = LogFactory.getLog(AsyncApplicationEventPublisher.class);

	/**
	 * Maximum number of events that wait for a slow listener.
	 */
	private static final int CAPACITY = 1000;

	private final ApplicationEventPublisher publisher;

	private final Executor executor;

	private final Queue<ApplicationEvent> queue = new ArrayDeque<>();

	private Sinks.@Nullable Empty<Void> idle;

	AsyncApplicationEventPublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("crisp-rtm-events-");
		executor.setDaemon(true);
		this.executor = executor;
	}

	/**
	 * Add an event to those that are published. If the queue is full, the oldest event is
	 * discarded.
	 */
	void publish(ApplicationEvent event) {
		synchronized (this.queue) {
			if (this.queue.size() >= CAPACITY) {
				this.queue.remove();
				logger.warn(LogMessage.format(
						"A listener of the realtime connection's state is too slow; the oldest of %d events is discarded",
						CAPACITY));
			}
			this.queue.add(event);
			if (this.idle != null) {
				return;
			}
			this.idle = Sinks.empty();
		}
		try {
			this.executor.execute(this::publishQueue);
		}
		catch (Throwable ex) {
			// Such as no memory for a thread; the next event starts another attempt
			notStarted(ex);
		}
	}

	private void notStarted(Throwable failure) {
		Sinks.Empty<Void> idle;
		synchronized (this.queue) {
			idle = this.idle;
			this.idle = null;
		}
		logger.error("Events of the realtime connection could not be published; they are published with the next one",
				failure);
		if (idle != null) {
			idle.tryEmitEmpty();
		}
	}

	/**
	 * Return when all events that were added have been published.
	 */
	Mono<Void> whenPublished() {
		synchronized (this.queue) {
			return (this.idle != null) ? this.idle.asMono() : Mono.empty();
		}
	}

	private void publishQueue() {
		ApplicationEvent event = next();
		while (event != null) {
			publishNow(event);
			event = next();
		}
	}

	private @Nullable ApplicationEvent next() {
		Sinks.Empty<Void> idle;
		synchronized (this.queue) {
			ApplicationEvent event = this.queue.poll();
			idle = this.idle;
			if (event != null || idle == null) {
				return event;
			}
			this.idle = null;
		}
		idle.tryEmitEmpty();
		return null;
	}

	private void publishNow(ApplicationEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Throwable ex) {
			log(event, ex);
		}
	}

	private static void log(ApplicationEvent event, Throwable failure) {
		try {
			logger.error(LogMessage.format("A listener of %s failed; later events are still published",
					event.getClass().getSimpleName()), failure);
		}
		catch (Throwable ex) {
			// Later events are more important than the log
		}
	}

}
