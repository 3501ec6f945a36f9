package io.github.crispspring.client;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;

/**
 * Time of Crisp's clock, as the {@code Date} header of a response states it. An
 * application that compares times of Crisp needs it where its own clock may differ.
 */
public final class CrispServerTime {

	private static final Object KEY = CrispServerTime.class;

	private CrispServerTime() {
	}

	/**
	 * Report the time of each response to a call, before its items are emitted. A
	 * response without a valid {@code Date} header is not reported.
	 * @param call the call
	 * @param time the consumer of the time
	 * @param <T> the type of the items
	 * @return the call
	 */
	public static <T> Flux<T> capture(Flux<T> call, Consumer<Instant> time) {
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
	 * A cached response states when it was first sent.
	 */
	private static long age(HttpHeaders headers) {
		String age = headers.getFirst(HttpHeaders.AGE);
		return (age != null && age.matches("\\d{1,9}")) ? Long.parseLong(age) : 0;
	}

}
