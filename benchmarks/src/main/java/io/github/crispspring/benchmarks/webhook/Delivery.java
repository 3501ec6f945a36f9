package io.github.crispspring.benchmarks.webhook;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Delivery of an event, which is repeated until it is acknowledged, as Crisp does.
 */
final class Delivery {

	private static final Executor LATER = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

	private final WebhookRequest hook;

	private final AtomicInteger attempts = new AtomicInteger();

	private volatile boolean crashed;

	private volatile boolean acceptedOnly;

	private volatile boolean acknowledged;

	Delivery(WebhookRequest hook) {
		this.hook = hook;
	}

	/**
	 * Deliver the event.
	 * @return a future that completes when the event is acknowledged
	 */
	CompletableFuture<Void> send(HttpClient http, URI uri) {
		this.attempts.incrementAndGet();
		return http.sendAsync(this.hook.request(uri), BodyHandlers.discarding())
			.handle(this::isAcknowledged)
			.thenCompose((done) -> done ? CompletableFuture.completedFuture(null) : CompletableFuture.runAsync(() -> {
			}, LATER).thenCompose((later) -> send(http, uri)));
	}

	private boolean isAcknowledged(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
		if (response == null) {
			// An application that rejects the connection has not handled the event
			this.crashed |= !isConnectionRejected(failure);
			return false;
		}
		this.acceptedOnly |= (response.statusCode() == 202);
		this.acknowledged = (response.statusCode() / 100 == 2);
		return this.acknowledged;
	}

	private boolean isConnectionRejected(@Nullable Throwable failure) {
		return failure instanceof ConnectException
				|| (failure != null && failure.getCause() instanceof ConnectException);
	}

	WebhookRequest hook() {
		return this.hook;
	}

	int attempts() {
		return this.attempts.get();
	}

	/**
	 * Return whether the connection broke during an attempt, so that its result is
	 * unknown.
	 */
	boolean crashed() {
		return this.crashed;
	}

	/**
	 * Return whether the event was acknowledged.
	 */
	boolean acceptedOnly() {
		return this.acceptedOnly;
	}

	boolean acknowledged() {
		return this.acknowledged;
	}

}
