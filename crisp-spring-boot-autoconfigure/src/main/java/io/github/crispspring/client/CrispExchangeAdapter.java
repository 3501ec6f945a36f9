package io.github.crispspring.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.databind.util.RawValue;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;

/**
 * {@link ReactorHttpExchangeAdapterDecorator} that adds retries and observations to
 * calls, extracts the data from the envelope of the response and translates errors to a
 * {@link CrispException}. It serves methods of both styles: for a blocking method, Spring
 * waits for the {@code Mono} that is returned here, and cancels it if the thread is
 * interrupted.
 */
final class CrispExchangeAdapter extends ReactorHttpExchangeAdapterDecorator {

	private static final byte[] NO_BODY = new byte[0];

	private final WebClientAdapter adapter;

	private final CrispRetry retry;

	private final CallObservations observations;

	private final String server;

	private final Duration attemptLimit;

	private final Redirects redirects;

	private final CallQuota quota;

	/**
	 * Create an adapter.
	 * @param server the host and port, for messages
	 * @param attemptLimit the time limit of one attempt
	 * @param redirects the check that the HTTP client does not follow redirects
	 * @param quota counts and limits the attempts
	 */
	CrispExchangeAdapter(WebClientAdapter adapter, String server, Duration attemptLimit, Redirects redirects,
			CallQuota quota, CrispRetry retry, CallObservations observations) {
		super(adapter);
		this.adapter = adapter;
		this.server = server;
		this.attemptLimit = attemptLimit;
		this.redirects = redirects;
		this.quota = quota;
		this.retry = retry;
		this.observations = observations;
	}

	@Override
	public Mono<Void> exchangeForMono(HttpRequestValues values) {
		return call(values, (response) -> response.<Object>data(Object.class)).then();
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Mono<T> exchangeForBodyMono(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		if (HttpMethod.HEAD.equals(values.getHttpMethod())) {
			return (Mono<T>) call(values, CrispResponse::exists);
		}
		if (type.getType() instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class) {
			return (Mono<T>) this.<Object>list(values, type.getType());
		}
		Type dataType = (type.getType() instanceof Class<?> javaType) ? ClassUtils.resolvePrimitiveIfNecessary(javaType)
				: type.getType();
		return call(values, (response) -> required(values, response, response.<T>data(dataType)));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Flux<T> exchangeForBodyFlux(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		if (type.getType() == RawValue.class) {
			return (Flux<T>) call(values, CrispResponse::elements).flatMapIterable((list) -> list);
		}
		return this.<T>list(values, listOf(type)).flatMapIterable((list) -> list);
	}

	@Override
	public Mono<HttpHeaders> exchangeForHeadersMono(HttpRequestValues values) {
		return exchangeForBodilessEntityMono(values).map(HttpEntity::getHeaders);
	}

	@Override
	public Mono<ResponseEntity<Void>> exchangeForBodilessEntityMono(HttpRequestValues values) {
		return call(values, (response) -> {
			response.<Object>data(Object.class);
			return entity(response).build();
		});
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Mono<ResponseEntity<T>> exchangeForEntityMono(HttpRequestValues values,
			ParameterizedTypeReference<T> type) {
		if (HttpMethod.HEAD.equals(values.getHttpMethod())) {
			return call(values, (response) -> entity(response).body((T) response.exists()));
		}
		return call(values, (response) -> entity(response).body(response.<T>data(type.getType())));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> Mono<ResponseEntity<Flux<T>>> exchangeForEntityFlux(HttpRequestValues values,
			ParameterizedTypeReference<T> type) {
		if (type.getType() == RawValue.class) {
			return call(values, (response) -> entity(response).body((Flux<T>) flux(response.elements())));
		}
		return call(values, (response) -> entity(response).body(flux(response.<T>list(listOf(type)))));
	}

	private static ResponseEntity.BodyBuilder entity(CrispResponse response) {
		return ResponseEntity.status(response.status()).headers(response.headers());
	}

	private static <T> Flux<T> flux(@Nullable List<T> list) {
		return (list != null) ? Flux.fromIterable(list) : Flux.empty();
	}

	private static Type listOf(ParameterizedTypeReference<?> type) {
		return ResolvableType.forClassWithGenerics(List.class, ResolvableType.forType(type)).getType();
	}

	private <T> Mono<List<T>> list(HttpRequestValues values, Type listType) {
		return call(values, (response) -> required(values, response, response.<T>list(listType)));
	}

	private static <T> @Nullable T required(HttpRequestValues values, CrispResponse response, @Nullable T data) {
		MethodTraits method = method(values);
		if (data == null && method != null && !method.mayBeEmpty()) {
			throw response.unreadable("it has no data");
		}
		return data;
	}

	private <T> Mono<T> call(HttpRequestValues values, Function<CrispResponse, @Nullable T> read) {
		MethodTraits method = method(values);
		CrispRoute route = route(values, method);
		Mono<T> attempt = Mono
			.deferContextual((context) -> attempt(route, values).flatMap((response) -> read(response, read, context)));
		Mono<T> call = this.observations.observe(route, (observation) -> this.retry.apply(attempt, route, observation));
		return (method != null && method.blocking()) ? blocking(call, method) : call;
	}

	/**
	 * Reactor would rethrow some errors of the application's types and consumers rather
	 * than signal them, so that the caller would wait forever.
	 */
	private <T> Mono<T> read(CrispResponse response, Function<CrispResponse, @Nullable T> read, ContextView context) {
		try {
			report(context, response);
			return Mono.justOrEmpty(read.apply(response));
		}
		catch (LinkageError | VirtualMachineError ex) {
			return Mono.error(response.unreadable(ex));
		}
	}

	private <T> Mono<T> blocking(Mono<T> call, MethodTraits method) {
		BlockingCalls.assertAllowed(method.client());
		AtomicReference<@Nullable Boolean> more = CrispPages.blockingMore();
		return (more != null) ? call.contextWrite((context) -> context.put(CrispPages.MORE_KEY, more)) : call;
	}

	private Mono<CrispResponse> attempt(CrispRoute route, HttpRequestValues values) {
		return this.quota.await(route).flatMap((permit) -> send(route, values, permit));
	}

	private Mono<CrispResponse> send(CrispRoute route, HttpRequestValues values, CallQuota.Permit permit) {
		WebClient.RequestBodySpec request = this.adapter.newRequest(values);
		if (values.getBodyValue() instanceof byte[] json) {
			request.body(new JsonBody(json));
		}
		return request.httpRequest(this.redirects::assertNotFollowed)
			.exchangeToMono((response) -> read(route, response))
			.timeout(this.attemptLimit, Mono.error(this::timeout))
			.onErrorMap((ex) -> (ex instanceof CrispException) ? ex : transportError(route, permit, ex))
			.doOnNext((response) -> {
				if (response.isCached()) {
					permit.cancel();
				}
			});
	}

	private RuntimeException transportError(CrispRoute route, CallQuota.Permit permit, Throwable ex) {
		if (CrispRetry.isNotSent(ex)) {
			permit.cancel();
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
		return (cause instanceof Redirects.FollowedException followed) ? followed
				: new CrispTransportException(route, this.server, ex);
	}

	private TimeoutException timeout() {
		return new TimeoutException("not completed within %d ms".formatted(this.attemptLimit.toMillis()));
	}

	private void report(ContextView context, CrispResponse response) {
		ServerTime.report(context, response.headers());
		AtomicReference<@Nullable Boolean> more = context.getOrDefault(CrispPages.MORE_KEY, null);
		if (more != null) {
			more.set(response.isPartial());
		}
	}

	private Mono<CrispResponse> read(CrispRoute route, ClientResponse response) {
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(NO_BODY)
			.onErrorResume(DataBufferLimitException.class, (ex) -> bodyOfLargeResponse(route, response.statusCode()))
			.map((body) -> new CrispResponse(route, response.statusCode(), response.headers().asHttpHeaders(), body));
	}

	/**
	 * Ignore the body of an error, whose status is sufficient.
	 */
	private Mono<byte[]> bodyOfLargeResponse(CrispRoute route, HttpStatusCode status) {
		return status.is2xxSuccessful() ? Mono.error(() -> new CrispUnreadableResponseException(route, status,
				"it exceeds 'crisp.rest.max-response-size'", null)) : Mono.just(NO_BODY);
	}

	private static @Nullable MethodTraits method(HttpRequestValues values) {
		return (MethodTraits) values.getAttributes().get(CrispRequestArguments.METHOD_ATTRIBUTE);
	}

	private static CrispRoute route(HttpRequestValues values, @Nullable MethodTraits method) {
		Object template = values.getAttributes().get(CrispRequestArguments.ROUTE_ATTRIBUTE);
		return new CrispRoute(String.valueOf(values.getHttpMethod()), String.valueOf(template),
				(method != null) ? method.name() : null);
	}

}
