package io.github.crispspring.client;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;

/**
 * Time of Crisp's clock, taken from the {@code Date} header of responses. Applications
 * that compare it with times from Crisp do not depend on the accuracy of their own clock.
 */
final class ServerTime {

	private static final Object KEY = ServerTime.class;

	private ServerTime() {
	}

	static <T> Flux<T> capture(Flux<T> call, Consumer<Instant> time) {
		return call.contextWrite((context) -> context.put(KEY, time));
	}

	static void report(ContextView context, HttpHeaders headers) {
		Consumer<Instant> consumer = context.getOrDefault(KEY, null);
		Instant time = (consumer != null) ? time(headers) : null;
		if (consumer != null && time != null) {
			consumer.accept(time);
		}
	}

	private static @Nullable Instant time(HttpHeaders headers) {
		try {
			long date = headers.getDate();
			return (date >= 0) ? Instant.ofEpochMilli(date).plusSeconds(age(headers)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return the time that a response has spent in caches, in seconds.
	 */
	private static long age(HttpHeaders headers) {
		String age = headers.getFirst(HttpHeaders.AGE);
		return (age != null && age.matches("\\d{1,9}")) ? Long.parseLong(age) : 0;
	}

}
