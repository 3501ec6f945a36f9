package io.github.crispspring.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.http.HttpMethod;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Factory for clients of Crisp's REST API, which are annotated interfaces.
 * <p>
 * The interfaces of this library cover all documented routes. An application can declare
 * further routes with Spring's {@link HttpExchange} annotations. They use the same
 * credentials, encoding, response handling and errors:
 *
 * <pre class="code">
 * interface Routes {
 *
 *   &#64;GetExchange("/v1/website/{websiteId}/thing/{thingId}")
 *   Mono&lt;Thing&gt; getThing(&#64;PathVariable String websiteId, &#64;PathVariable String thingId);
 *
 * }
 * Routes routes = rest.client(Routes.class);
 * </pre>
 *
 * A path variable is one segment of the path. A variable that can have several segments,
 * separated by slashes, is declared as <code>{*name}</code>. In the path and the query,
 * enums are formatted as in JSON, times in ISO 8601 with milliseconds, booleans as
 * {@code 1} and {@code 0}. In a body, the values of a {@code Map<String, Object>} are
 * custom data of the application and are written with Jackson's defaults.
 * <p>
 * An argument must not be {@code null} unless its parameter is nullable.
 * <p>
 * A method may be reactive, and return a {@code Mono} or a {@code Flux}, or blocking, and
 * return a value, a {@code List} or nothing. A response without data is an error, unless
 * the method returns {@code Mono<Void>} or {@code void}, is annotated with
 * {@link MayBeEmpty}, or its blocking result is nullable or an {@code Optional}.
 * <p>
 * The returned {@code Mono} or {@code Flux} signals failed calls as
 * {@link CrispException}; a blocking method throws it. A method throws
 * {@link IllegalArgumentException} immediately if an argument cannot be sent. A blocking
 * method throws {@link IllegalStateException} on a thread that must not block.
 */
public final class CrispRest {

	private final CrispRestBuilder builder;

	private final CallQuota quota;

	private final CrispRequestArguments arguments;

	private final SingletonSupplier<CrispExchangeAdapter> adapter;

	private final SingletonSupplier<HttpServiceProxyFactory> factory;

	CrispRest(CrispRestBuilder builder, CallQuota quota, Supplier<UriBuilderFactory> uris,
			Supplier<CrispExchangeAdapter> adapter) {
		this.builder = builder;
		this.quota = quota;
		this.arguments = new CrispRequestArguments(uris);
		this.adapter = SingletonSupplier.of(adapter);
		this.factory = SingletonSupplier.of(this::createFactory);
	}

	private HttpServiceProxyFactory createFactory() {
		HttpServiceProxyFactory.Builder factory = HttpServiceProxyFactory.builder()
			.exchangeAdapter(this.adapter.obtain());
		customize(factory);
		return factory.build();
	}

	/**
	 * Customize a factory of HTTP service clients, such as that of an HTTP service group,
	 * so that its clients make their calls in the same way as those of this instance. The
	 * exchange adapter of the factory is replaced.
	 * @param factory the builder of the factory
	 */
	public void customize(HttpServiceProxyFactory.Builder factory) {
		factory.exchangeAdapterDecorator((replaced) -> this.adapter.obtain())
			.conversionService(conversionService())
			.customArgumentResolver(this.arguments)
			.httpRequestValuesProcessor(this.arguments);
	}

	/**
	 * Return the conversion service that formats path and query parameters.
	 */
	private static ConversionService conversionService() {
		GenericConversionService conversionService = new GenericConversionService();
		conversionService.addConverter(Object.class, String.class, CrispRequestArguments::text);
		return conversionService;
	}

	/**
	 * Create a builder.
	 * @param webClient the {@code WebClient} builder to copy; Spring Boot's builder has
	 * the application's observations and customizers. Calls fail if its connector follows
	 * redirects, see {@link CrispRestBuilder#redirectsDisabled()}
	 * @return a builder
	 */
	public static CrispRestBuilder builder(WebClient.Builder webClient) {
		WebClient.Builder copy = webClient.clone();
		return new CrispRestBuilder(() -> copy);
	}

	/**
	 * Create a builder that initializes the HTTP client on the first call, which shortens
	 * the startup of the application.
	 * @param webClient the supplier of the {@code WebClient} builder, invoked once
	 * @return a builder
	 */
	public static CrispRestBuilder builder(Supplier<WebClient.Builder> webClient) {
		return new CrispRestBuilder(SingletonSupplier.of(webClient));
	}

	/**
	 * Create a builder with the settings of this instance, to use other credentials.
	 * @return a builder
	 */
	public CrispRestBuilder mutate() {
		return this.builder.copyForAdditionalAccount();
	}

	/**
	 * Return the number of calls of this instance and of those derived from it for the
	 * same account that count towards the daily quota.
	 * @return the number of calls since midnight, UTC, or since the start
	 */
	public long getCallsToday() {
		return this.quota.callsToday();
	}

	/**
	 * Return the maximum number of calls a day.
	 * @return the number of calls, or {@code null} if it is not limited
	 */
	public @Nullable Integer getDailyBudget() {
		return this.quota.dailyBudget();
	}

	/**
	 * Create an instance for the same account with another retry policy.
	 * @param retry the retry policy
	 * @return the instance
	 */
	public CrispRest withRetry(CrispRetry retry) {
		return this.builder.copy().retry(retry).build();
	}

	/**
	 * Pass the time of Crisp's clock, which each response contains, to a consumer before
	 * the items of the response are emitted. Applications that compare it with times from
	 * Crisp do not depend on the accuracy of their own clock. Responses without a valid
	 * {@code Date} header are ignored.
	 * @param call the call
	 * @param time the consumer of the time
	 * @param <T> the type of the items
	 * @return the call
	 */
	public static <T> Flux<T> captureServerTime(Flux<T> call, Consumer<Instant> time) {
		return ServerTime.capture(call, time);
	}

	/**
	 * Call a route without a client method, with the same credentials, encoding, retry
	 * policy and errors.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters; values that are {@code null} are omitted
	 * @param body the body, which is sent as JSON; {@code null} for none (an empty object
	 * if the HTTP method requires a body)
	 * @param type the type of the response's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the data
	 * @return the data, empty if the response has none
	 * @throws IllegalArgumentException if a variable is {@code null}, empty, {@code .} or
	 * {@code ..}, or if an argument cannot be written
	 */
	public <T> Mono<T> exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables, Map<String, ?> query,
			@Nullable Object body, ParameterizedTypeReference<T> type) {
		return this.adapter.obtain()
			.exchangeForBodyMono(this.arguments.values(method, uriTemplate, variables, query, body), type);
	}

	/**
	 * Call a route that has no client method, and wait for the response.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters; {@code null} values are omitted
	 * @param body the value to send as JSON, or {@code null} for none
	 * @param type the type of the response's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the response
	 * @return the data, or {@code null} if the response has none
	 * @throws IllegalArgumentException if a variable is {@code null}, empty, {@code .} or
	 * {@code ..}, or if an argument cannot be sent
	 * @throws IllegalStateException if the current thread must not block
	 * @see #exchange
	 */
	public <T> @Nullable T exchangeBlocking(HttpMethod method, String uriTemplate, Map<String, ?> variables,
			Map<String, ?> query, @Nullable Object body, ParameterizedTypeReference<T> type) {
		BlockingCalls.assertAllowed(CrispRest.class);
		return exchange(method, uriTemplate, variables, query, body, type).block();
	}

	/**
	 * Create a client, reactive or blocking. If the interface extends others, the proxy
	 * for each of them is created on the first call of one of its methods.
	 * @param type the interface with the annotated methods
	 * @param <T> the type of the client
	 * @return the client
	 */
	public <T> T client(Class<T> type) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				new LazyResources(type, this.factory)));
	}

	/**
	 * Delegates each method to a proxy of the interface that declares it.
	 */
	private record LazyResources(Class<?> type, SingletonSupplier<HttpServiceProxyFactory> factory,
			Map<Class<?>, Object> resources) implements InvocationHandler {

		LazyResources(Class<?> type, SingletonSupplier<HttpServiceProxyFactory> factory) {
			this(type, factory, new ConcurrentHashMap<>());
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
				throws Throwable {
			if (method.getDeclaringClass() == Object.class) {
				return invokeObjectMethod(proxy, method, arguments);
			}
			if (method.isDefault()) {
				return InvocationHandler.invokeDefault(proxy, method, arguments);
			}
			Object resource = this.resources.computeIfAbsent(method.getDeclaringClass(),
					this.factory.obtain()::createClient);
			ReflectionUtils.makeAccessible(method);
			try {
				return method.invoke(resource, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

		private @Nullable Object invokeObjectMethod(Object proxy, Method method,
				@Nullable Object @Nullable [] arguments) {
			if (ReflectionUtils.isEqualsMethod(method)) {
				return arguments != null && proxy == arguments[0];
			}
			if (ReflectionUtils.isHashCodeMethod(method)) {
				return System.identityHashCode(proxy);
			}
			return this.type.getSimpleName();
		}

	}

}
