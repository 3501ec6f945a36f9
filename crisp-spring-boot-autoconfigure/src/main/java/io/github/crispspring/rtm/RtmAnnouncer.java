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
 * Publishes what happens to the connection, one event after the other, on a thread that
 * exists only while there is something to publish: listeners may block.
 */
final class RtmAnnouncer {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	/**
	 * How many events may wait for a listener that takes its time.
	 */
	private static final int CAPACITY = 1000;

	private final ApplicationEventPublisher publisher;

	private final Executor executor;

	private final Queue<ApplicationEvent> waiting = new ArrayDeque<>();

	private Sinks.@Nullable Empty<Void> done;

	RtmAnnouncer(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("crisp-rtm-events-");
		executor.setDaemon(true);
		this.executor = executor;
	}

	void announce(ApplicationEvent event) {
		synchronized (this.waiting) {
			if (this.waiting.size() >= CAPACITY) {
				this.waiting.remove();
				logger.warn("A listener of the realtime connection's own events is too slow: it misses the oldest");
			}
			this.waiting.add(event);
			if (this.done != null) {
				return;
			}
			this.done = Sinks.empty();
		}
		try {
			this.executor.execute(this::publish);
		}
		catch (Throwable ex) {
			// Such as no memory for a thread: with the next event, it is tried again
			published(ex);
		}
	}

	private void published(Throwable failure) {
		Sinks.Empty<Void> done;
		synchronized (this.waiting) {
			done = this.done;
			this.done = null;
		}
		logger.error("Events of the realtime connection could not be published; they are published with the next one",
				failure);
		if (done != null) {
			done.tryEmitEmpty();
		}
	}

	/**
	 * Completes when all that was announced has been published.
	 */
	Mono<Void> published() {
		synchronized (this.waiting) {
			return (this.done != null) ? this.done.asMono() : Mono.empty();
		}
	}

	private void publish() {
		ApplicationEvent event = next();
		while (event != null) {
			publish(event);
			event = next();
		}
	}

	private @Nullable ApplicationEvent next() {
		Sinks.Empty<Void> done;
		synchronized (this.waiting) {
			ApplicationEvent event = this.waiting.poll();
			done = this.done;
			if (event != null || done == null) {
				return event;
			}
			this.done = null;
		}
		done.tryEmitEmpty();
		return null;
	}

	private void publish(ApplicationEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Throwable ex) {
			logger.error(LogMessage.format("A listener of %s failed; later events are published all the same",
					event.getClass().getSimpleName()), ex);
		}
	}

}
