package io.github.crispspring.rtm;

import java.util.function.Supplier;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Calls code that may throw anything, and turns what it throws into an error signal.
 */
final class RtmGuard {

	private RtmGuard() {
	}

	/**
	 * Call the code for each subscriber.
	 * @param code the code
	 * @param <T> the type of the result
	 * @return what the code returns, or the error that it throws
	 */
	static <T> Mono<T> defer(Supplier<Mono<T>> code) {
		return Mono.defer(() -> call(code));
	}

	/**
	 * Call the code now.
	 * @param code the code
	 * @param <T> the type of the result
	 * @return what the code returns, or the error that it throws
	 */
	static <T> Mono<T> call(Supplier<Mono<T>> code) {
		try {
			return code.get();
		}
		catch (Throwable ex) {
			return Mono.error(error(ex));
		}
	}

	/**
	 * Subscribe to a source that may throw while it is subscribed to.
	 * @param source the source
	 * @param <T> the type of the result
	 * @return what the source emits, or the error that it throws
	 */
	static <T> Mono<T> subscribe(Mono<T> source) {
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

	/**
	 * Return an exception that Reactor passes on as a signal.
	 */
	static Throwable error(Throwable thrown) {
		return (thrown instanceof RtmProtocolException || thrown instanceof RtmConnectException) ? thrown
				: new RtmUnexpectedException(thrown);
	}

}
