package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;
import reactor.util.retry.Retry;

/**
 * Delivery of events as signed webhooks to the URL of the bot. Events of a conversation
 * are delivered in order, different conversations concurrently. Unless the response is
 * 2xx, an event is delivered again, up to {@value #ATTEMPT_LIMIT} times in total.
 */
final class WebhookDelivery {

	static final int ATTEMPT_LIMIT = 5;

	private static final int CAPACITY = 1_000;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

	private static final Log logger = LogFactory.getLog(WebhookDelivery.class);

	private final LoopResources loop = LoopResources.create("embedded-crisp-hooks", 1, true);

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private final Map<String, Deque<PlatformEvent>> queues = new HashMap<>();

	private final String secret;

	private final Scheduler timer;

	private final HookSender sender;

	private volatile @Nullable URI url;

	private int waiting;

	WebhookDelivery(String secret, Scheduler timer, Consumer<DeliveryReport> reports) {
		this.secret = secret;
		this.timer = timer;
		this.sender = new HookSender(HttpClient.newConnection().runOn(this.loop).responseTimeout(RESPONSE_TIMEOUT),
				reports);
	}

	void url(URI url) {
		this.url = url;
	}

	void deliver(PlatformEvent event) {
		URI target = this.url;
		if (target == null) {
			return;
		}
		synchronized (this.queues) {
			if (this.waiting == CAPACITY) {
				logger.warn("Webhook queue full; dropping event '" + event.name() + "'");
				return;
			}
			this.waiting++;
			Deque<PlatformEvent> queue = this.queues.computeIfAbsent(event.sessionId(), (id) -> new ArrayDeque<>());
			queue.addLast(event);
			if (queue.size() > 1) {
				return;
			}
		}
		start(target, event);
	}

	/**
	 * Send an event once with an invalid signature.
	 * @param event the event
	 */
	void forge(PlatformEvent event) {
		URI target = this.url;
		if (target != null) {
			this.sender.post(target, event, Credentials.randomHex(16), 1, 1)
				.onErrorComplete()
				.takeUntilOther(this.closed.asMono())
				.subscribe();
		}
	}

	void close() {
		this.url = null;
		this.closed.tryEmitEmpty();
		this.loop.disposeLater(Duration.ZERO, Duration.ofMillis(500)).block(Duration.ofSeconds(1));
	}

	private void start(URI target, PlatformEvent event) {
		AtomicInteger attempts = new AtomicInteger();
		Mono.defer(() -> this.sender.post(target, event, this.secret, attempts.incrementAndGet(), ATTEMPT_LIMIT))
			.retryWhen(Retry.backoff(ATTEMPT_LIMIT - 1, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.jitter(0)
				.scheduler(this.timer))
			.subscribeOn(this.timer)
			.doOnError((ex) -> logger.warn("Webhook for event '" + event.name() + "' not delivered after "
					+ attempts.get() + " attempts; dropping it: " + reason(ex)))
			.onErrorComplete()
			.doOnSuccess((done) -> next(target, event.sessionId()))
			.takeUntilOther(this.closed.asMono())
			.subscribe();
	}

	private void next(URI target, String sessionId) {
		PlatformEvent next;
		synchronized (this.queues) {
			this.waiting--;
			Deque<PlatformEvent> queue = this.queues.getOrDefault(sessionId, new ArrayDeque<>());
			queue.pollFirst();
			next = queue.peekFirst();
			if (next == null) {
				this.queues.remove(sessionId);
			}
		}
		if (next != null) {
			start(target, next);
		}
	}

	private static String reason(Throwable exhausted) {
		Throwable last = (exhausted.getCause() != null) ? exhausted.getCause() : exhausted;
		return (last instanceof HookSender.NotAccepted) ? String.valueOf(last.getMessage())
				: last.getClass().getSimpleName();
	}

}
