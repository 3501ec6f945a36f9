package io.github.crispspring.embedded;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * Delivers events by webhook: in order within a conversation, and again with increasing
 * delays if the response is not a 2xx. Events wait until the application's server
 * listens.
 */
final class Webhooks {

	static final int ATTEMPT_LIMIT = 5;

	private static final int CAPACITY = 1_000;

	private static final Duration MAX_DELAY = Duration.ofSeconds(10);

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);

	private static final Log logger = LogFactory.getLog(Webhooks.class);

	private final LoopResources loop = LoopResources.create("embedded-crisp-webhook", 1, true);

	private final Map<String, Deque<Waiting>> queues = new HashMap<>();

	private final Set<String> busy = new HashSet<>();

	private final Journal journal;

	private final Scheduler timer;

	private final Duration redeliveryDelay;

	private final Accounts accounts;

	private final WebhookSender sender;

	private Sinks.Empty<Void> cancelled = Sinks.empty();

	private @Nullable URI target;

	private volatile EmbeddedCrisp.WebhookKind kind = EmbeddedCrisp.WebhookKind.PLUGIN;

	private int waiting;

	Webhooks(Accounts accounts, EmbeddedFaults faults, Journal journal, Scheduler timer, Duration redeliveryDelay) {
		this.journal = journal;
		this.timer = timer;
		this.redeliveryDelay = redeliveryDelay;
		this.accounts = accounts;
		this.sender = new WebhookSender(faults,
				HttpClient.newConnection().runOn(this.loop).responseTimeout(RESPONSE_TIMEOUT));
	}

	EmbeddedCrisp.WebhookKind kind() {
		return this.kind;
	}

	void kind(EmbeddedCrisp.WebhookKind kind) {
		this.kind = kind;
	}

	/**
	 * Set where events are delivered to, {@code null} to let them wait, and the
	 * certificates that are trusted there.
	 */
	void target(@Nullable URI target, List<X509Certificate> certificates) {
		synchronized (this.queues) {
			this.sender.trust(certificates);
			this.target = target;
			if (target != null) {
				Set.copyOf(this.queues.keySet()).forEach(this::startNext);
			}
		}
	}

	@Nullable URI target() {
		synchronized (this.queues) {
			return this.target;
		}
	}

	void deliver(EmbeddedDelivery delivery) {
		synchronized (this.queues) {
			if (this.waiting == CAPACITY) {
				logger.warn("Webhook queue full; dropping the event '" + delivery.event()
						+ "'. The application does not respond, or its server does not listen.");
				this.journal.update(delivery.id(), (dropped) -> dropped.withState(EmbeddedDelivery.State.MISSED));
				return;
			}
			this.waiting++;
			String key = delivery.account() + " " + delivery.sessionId();
			this.queues.computeIfAbsent(key, (id) -> new ArrayDeque<>())
				.addLast(new Waiting(delivery.id(), delivery.account(), delivery.event(),
						delivery.body().getBytes(StandardCharsets.UTF_8)));
			startNext(key);
		}
	}

	private void startNext(String key) {
		URI target = this.target;
		Deque<Waiting> queue = this.queues.get(key);
		if (target == null || queue == null || queue.isEmpty() || !this.busy.add(key)) {
			return;
		}
		Waiting next = queue.getFirst();
		attempt(next, 1).subscribeOn(this.timer).takeUntilOther(this.cancelled.asMono()).subscribe((ended) -> {
		}, (ex) -> logger.error("Webhook delivery terminated by an unexpected error", ex), () -> ended(key, next));
	}

	private void ended(String key, Waiting ended) {
		synchronized (this.queues) {
			Deque<Waiting> queue = this.queues.get(key);
			if (queue == null || !queue.remove(ended)) {
				return;
			}
			this.waiting--;
			this.busy.remove(key);
			if (queue.isEmpty()) {
				this.queues.remove(key);
			}
			startNext(key);
		}
	}

	/**
	 * Attempt to deliver an event, and again if that fails. While the application
	 * restarts an attempt is not made.
	 */
	private Mono<Void> attempt(Waiting event, int number) {
		URI target = target();
		if (target == null) {
			return Mono.delay(this.redeliveryDelay, this.timer).then(Mono.defer(() -> attempt(event, number)));
		}
		return this.sender
			.send(target, this.accounts.get(event.account()), event.body(), this.kind, number, ATTEMPT_LIMIT)
			.flatMap((attempt) -> {
				boolean last = number == ATTEMPT_LIMIT;
				EmbeddedDelivery.State state = attempt.isSuccessful() ? EmbeddedDelivery.State.DELIVERED
						: last ? EmbeddedDelivery.State.FAILED : EmbeddedDelivery.State.RETRYING;
				this.journal.update(event.id(), (delivery) -> delivery.withAttempt(attempt, state));
				if (state == EmbeddedDelivery.State.FAILED) {
					logger.warn("Delivery of the event '" + event.name() + "' failed after " + number
							+ " attempts; the last "
							+ ((attempt.status() != null) ? "response had status " + attempt.status()
									: "attempt failed with " + attempt.error()));
				}
				return (state != EmbeddedDelivery.State.RETRYING) ? Mono.empty()
						: Mono.delay(delay(number), this.timer).then(Mono.defer(() -> attempt(event, number + 1)));
			});
	}

	private Duration delay(int number) {
		Duration delay = this.redeliveryDelay.multipliedBy(1L << (number - 1));
		return (delay.compareTo(MAX_DELAY) < 0) ? delay : MAX_DELAY;
	}

	/**
	 * Forget the events that wait, and cancel what is being delivered.
	 */
	void clear() {
		synchronized (this.queues) {
			Sinks.Empty<Void> cancelled = this.cancelled;
			this.cancelled = Sinks.empty();
			this.queues.clear();
			this.busy.clear();
			this.waiting = 0;
			// Starts no other delivery, as none waits
			cancelled.tryEmitEmpty();
		}
	}

	void close() {
		target(null, List.of());
		clear();
		this.loop.disposeLater(Duration.ZERO, Duration.ofMillis(500)).block(Duration.ofSeconds(1));
	}

	private record Waiting(long id, String account, String name, byte[] body) {

	}

}
