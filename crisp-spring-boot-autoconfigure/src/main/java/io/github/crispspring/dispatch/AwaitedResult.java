package io.github.crispspring.dispatch;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Result of a {@link Mono} that other code provides: a value, nothing, or a failure. A
 * failure may be signalled or thrown. Signals after the first are ignored.
 *
 * @param <T> the type of the value
 */
final class AwaitedResult<T> implements CoreSubscriber<T> {

	private final Consumer<AwaitedResult<T>> callback;

	private final @Nullable Consumer<T> late;

	private final Context context;

	private @Nullable Subscription subscription;

	private @Nullable T value;

	private @Nullable Throwable failure;

	private boolean done;

	private boolean abandoned;

	/**
	 * Create a result.
	 * @param callback callback invoked once when the result is available
	 * @param late callback invoked with the value of an abandoned result; without one, an
	 * abandoned source is cancelled
	 * @param context the context of the subscription
	 */
	AwaitedResult(Consumer<AwaitedResult<T>> callback, @Nullable Consumer<T> late, Context context) {
		this.callback = callback;
		this.late = late;
		this.context = context;
	}

	/**
	 * Obtain the source and subscribe to it.
	 */
	void subscribeTo(Supplier<? extends Publisher<T>> source) {
		try {
			source.get().subscribe(this);
		}
		catch (Throwable ex) {
			// Reactor rethrows what it considers fatal instead of signalling it
			end(ex);
		}
	}

	/**
	 * Abandon the result. This may run code of the application.
	 */
	void abandon() {
		Subscription subscription;
		T value;
		synchronized (this) {
			this.abandoned = true;
			subscription = this.subscription;
			value = this.value;
		}
		if (this.late == null && subscription != null) {
			subscription.cancel();
		}
		else if (this.late != null && value != null) {
			this.late.accept(value);
		}
	}

	synchronized boolean isDone() {
		return this.done;
	}

	/**
	 * Return the value, which is {@code null} if there is none.
	 */
	synchronized @Nullable T value() {
		return this.value;
	}

	/**
	 * Return the failure, or {@code null} if the source did not fail.
	 */
	synchronized @Nullable Throwable failure() {
		return this.failure;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		boolean cancel;
		synchronized (this) {
			this.subscription = subscription;
			cancel = this.abandoned && this.late == null;
		}
		if (cancel) {
			subscription.cancel();
		}
		else {
			subscription.request(Long.MAX_VALUE);
		}
	}

	@Override
	public void onNext(T value) {
		boolean abandoned;
		synchronized (this) {
			this.value = value;
			abandoned = this.abandoned;
		}
		if (abandoned && this.late != null) {
			this.late.accept(value);
		}
	}

	@Override
	public void onError(Throwable failure) {
		end(failure);
	}

	@Override
	public void onComplete() {
		end(null);
	}

	private void end(@Nullable Throwable failure) {
		synchronized (this) {
			if (this.done) {
				return;
			}
			this.done = true;
			this.failure = failure;
		}
		this.callback.accept(this);
	}

}
