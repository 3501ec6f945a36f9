package io.github.crispspring.rtm;

import java.util.function.Supplier;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Creates {@code Mono}s from code that may throw any {@code Throwable}, including those
 * that Reactor would rethrow, and turns it into an error signal.
 */
final class SafeMono {

	private SafeMono() {
	}

	/**
	 * Call a supplier for each subscriber.
	 * @param supplier the supplier
	 * @param <T> the type of the result
	 * @return the supplied {@code Mono}, or the error that the supplier throws
	 */
	static <T> Mono<T> defer(Supplier<Mono<T>> supplier) {
		return Mono.defer(() -> call(supplier));
	}

	/**
	 * Call a supplier now.
	 * @param supplier the supplier
	 * @param <T> the type of the result
	 * @return the supplied {@code Mono}, or the error that the supplier throws
	 */
	static <T> Mono<T> call(Supplier<Mono<T>> supplier) {
		try {
			return supplier.get();
		}
		catch (Throwable ex) {
			return Mono.error(error(ex));
		}
	}

	/**
	 * Wrap a source that may throw while it is subscribed to.
	 * @param source the source
	 * @param <T> the type of the result
	 * @return what the source emits, or the error that it throws
	 */
	static <T> Mono<T> wrap(Mono<T> source) {
		return Mono.create((sink) -> {
			Disposable.Swap subscription = Disposables.swap();
			sink.onDispose(subscription);
			try {
				subscription.update(
						source.subscribe(sink::success, sink::error, sink::success, Context.of(sink.contextView())));
			}
			catch (Throwable ex) {
				sink.error(error(ex));
			}
		});
	}

	private static Throwable error(Throwable thrown) {
		return (thrown instanceof RtmProtocolException || thrown instanceof RtmConnectException) ? thrown
				: new RtmUnexpectedException(thrown);
	}

}
