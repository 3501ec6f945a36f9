package io.github.crispspring.client;

import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;

/**
 * Makes the call of a resource method, opens the envelope of its answer and turns what
 * can go wrong into a {@link CrispException}, once for all methods.
 */
final class CrispExchangeAdapter extends ReactorHttpExchangeAdapterDecorator {

	private static final byte[] NO_BODY = new byte[0];

	private final WebClientAdapter adapter;

	private final CrispRetry retry;

	private final CallObservations observations;

	CrispExchangeAdapter(WebClientAdapter adapter, CrispRetry retry, CallObservations observations) {
		super(adapter);
		this.adapter = adapter;
		this.retry = retry;
		this.observations = observations;
	}

	@Override
	public Mono<Void> exchangeForMono(HttpRequestValues values) {
		return this.<Object>data(values, Object.class).then();
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		if (HttpMethod.HEAD.equals(values.getHttpMethod())) {
			return (Mono<T>) call(values, Answer::exists);
		}
		return data(values, type.getType());
	}

	@Override
	public <T> Flux<T> exchangeForBodyFlux(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		Type listType = ResolvableType.forClassWithGenerics(List.class, ResolvableType.forType(type)).getType();
		return this.<List<T>>data(values, listType).flatMapIterable((list) -> list);
	}

	private <T> Mono<T> data(HttpRequestValues values, Type type) {
		return call(values, (answer) -> answer.<T>data(type));
	}

	private <T> Mono<T> call(HttpRequestValues values, Function<Answer, @Nullable T> read) {
		CrispRoute route = route(values);
		return this.observations.observe(route, (observation) -> Mono
			.deferContextual((context) -> this.adapter.newRequest(values)
				.exchangeToMono((response) -> answer(route, response))
				.doOnNext((answer) -> noteWhetherThereIsMore(context, answer))
				.mapNotNull(read)
				.onErrorMap((ex) -> !(ex instanceof CrispException), (ex) -> new CrispTransportException(route, ex)))
			.retryWhen(this.retry.of(route, observation)));
	}

	private void noteWhetherThereIsMore(ContextView context, Answer answer) {
		CrispServerTime.report(context, answer.headers());
		AtomicReference<@Nullable Boolean> more = context.getOrDefault(CrispPages.MORE_KEY, null);
		if (more != null) {
			more.set(answer.isPartial());
		}
	}

	private Mono<Answer> answer(CrispRoute route, ClientResponse response) {
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(NO_BODY)
			.map((body) -> new Answer(route, response.statusCode(), response.headers().asHttpHeaders(), body))
			.onErrorMap(DataBufferLimitException.class, (ex) -> new CrispUnreadableAnswerException(route,
					response.statusCode().value(), "it is larger than 'crisp.rest.max-response-size'"));
	}

	private CrispRoute route(HttpRequestValues values) {
		HttpMethod method = values.getHttpMethod();
		Object template = values.getAttributes().get(CrispRequestArguments.ROUTE_ATTRIBUTE);
		Object name = values.getAttributes().get(CrispRequestArguments.METHOD_ATTRIBUTE);
		return new CrispRoute(String.valueOf(method), String.valueOf(template), (String) name);
	}

}
