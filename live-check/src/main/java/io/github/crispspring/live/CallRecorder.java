package io.github.crispspring.live;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Counts all calls, and records the response to a call before the client reads it.
 */
final class CallRecorder implements ExchangeFilterFunction {

	private static final Object KEY = CallRecorder.class;

	private static final byte[] NO_BODY = new byte[0];

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Make a call and wait until it has completed.
	 */
	RecordedCall record(Publisher<?> call) {
		AtomicReference<@Nullable RawResponse> response = new AtomicReference<>();
		Throwable failure = Flux.from(call)
			.contextWrite((context) -> context.put(KEY, response))
			.then()
			.materialize()
			.mapNotNull((signal) -> signal.getThrowable())
			.block();
		return new RecordedCall(response.get(), failure);
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		this.count.incrementAndGet();
		return Mono.deferContextual((context) -> {
			AtomicReference<@Nullable RawResponse> recorded = context.getOrDefault(KEY, null);
			return (recorded != null) ? next.exchange(request).flatMap((response) -> record(response, recorded))
					: next.exchange(request);
		});
	}

	private static Mono<ClientResponse> record(ClientResponse response,
			AtomicReference<@Nullable RawResponse> recorded) {
		return response.bodyToMono(byte[].class).defaultIfEmpty(NO_BODY).map((body) -> {
			recorded.set(new RawResponse(response.statusCode().value(), body));
			return response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build();
		});
	}

	int count() {
		return this.count.get();
	}

	/**
	 * Response as received.
	 *
	 * @param status the status
	 * @param body the body
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record RawResponse(int status, byte[] body) {

	}

	/**
	 * Completed call.
	 *
	 * @param response the response, or {@code null} if there is none
	 * @param failure why the client failed, or {@code null} if it did not
	 */
	record RecordedCall(@Nullable RawResponse response, @Nullable Throwable failure) {

	}

}
