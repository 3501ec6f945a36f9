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
 * The web hooks: each event is posted, signed, to the bot's URL. A conversation's events
 * go one after the other, conversations side by side. What is not answered 2xx is
 * delivered again a few times.
 */
final class CrispHooks {

	static final int ATTEMPT_LIMIT = 5;

	private static final int CAPACITY = 1_000;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

	private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

	private static final Log logger = LogFactory.getLog(CrispHooks.class);

	private final LoopResources loop = LoopResources.create("embedded-crisp-hooks", 1, true);

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private final Map<String, Deque<PlatformEvent>> lanes = new HashMap<>();

	private final String secret;

	private final Scheduler timer;

	private final HookSender sender;

	private volatile @Nullable URI url;

	private int waiting;

	CrispHooks(String secret, Scheduler timer, Consumer<DeliveryReport> reports) {
		this.secret = secret;
		this.timer = timer;
		this.sender = new HookSender(HttpClient.newConnection().runOn(this.loop).responseTimeout(ANSWER_WITHIN),
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
		synchronized (this.lanes) {
			if (this.waiting == CAPACITY) {
				logger.warn("Too many web hooks are waiting: dropped a " + event.name());
				return;
			}
			this.waiting++;
			Deque<PlatformEvent> lane = this.lanes.computeIfAbsent(event.sessionId(), (id) -> new ArrayDeque<>());
			lane.addLast(event);
			if (lane.size() > 1) {
				return;
			}
		}
		start(target, event);
	}

	/**
	 * Posts an event once, signed by somebody who does not know the secret.
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
			.doOnError((ex) -> logger.warn("Gave up delivering a " + event.name() + " by web hook after "
					+ attempts.get() + " attempts: " + reason(ex)))
			.onErrorComplete()
			.doOnSuccess((done) -> next(target, event.sessionId()))
			.takeUntilOther(this.closed.asMono())
			.subscribe();
	}

	private void next(URI target, String sessionId) {
		PlatformEvent next;
		synchronized (this.lanes) {
			this.waiting--;
			Deque<PlatformEvent> lane = this.lanes.getOrDefault(sessionId, new ArrayDeque<>());
			lane.pollFirst();
			next = lane.peekFirst();
			if (next == null) {
				this.lanes.remove(sessionId);
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
