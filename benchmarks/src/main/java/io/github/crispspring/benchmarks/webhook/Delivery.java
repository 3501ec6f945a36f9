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
 * One event, delivered again until it is acknowledged, as Crisp does.
 */
final class Delivery {

	private static final Executor LATER = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

	private final Hook hook;

	private final AtomicInteger attempts = new AtomicInteger();

	private volatile boolean crashed;

	private volatile boolean acceptedOnly;

	private volatile boolean acknowledged;

	Delivery(Hook hook) {
		this.hook = hook;
	}

	/**
	 * Deliver the event.
	 * @return completes when it is acknowledged
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
			// Who was not there to connect to has not begun to handle it either
			this.crashed |= !isRefusedConnection(failure);
			return false;
		}
		this.acceptedOnly |= (response.statusCode() == 202);
		this.acknowledged = (response.statusCode() / 100 == 2);
		return this.acknowledged;
	}

	private boolean isRefusedConnection(@Nullable Throwable failure) {
		return failure instanceof ConnectException
				|| (failure != null && failure.getCause() instanceof ConnectException);
	}

	Hook hook() {
		return this.hook;
	}

	int attempts() {
		return this.attempts.get();
	}

	/**
	 * Whether the connection broke in an attempt, so that nobody knows what became of it.
	 */
	boolean crashed() {
		return this.crashed;
	}

	/**
	 * Whether it was acknowledged before it was handled.
	 */
	boolean acceptedOnly() {
		return this.acceptedOnly;
	}

	boolean acknowledged() {
		return this.acknowledged;
	}

}
