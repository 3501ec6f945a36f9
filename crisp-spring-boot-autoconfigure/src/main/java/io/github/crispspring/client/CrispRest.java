package io.github.crispspring.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
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

/**
 * Makes clients of Crisp's REST API from annotated interfaces.
 * <p>
 * The interfaces of this library cover the routes that are known. A route that is not
 * among them can be declared the same way, with Spring's {@link HttpExchange}
 * annotations, and gets the same credentials, encoding, answers and errors:
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
 * Each path variable is one segment of the path; one that may be several, separated by
 * slashes, is written as <code>{*name}</code>. In the path and the query, enums are
 * written as in JSON, times as in ISO 8601 with milliseconds, booleans as {@code 1} and
 * {@code 0}. In a body, the values of a {@code Map<String, Object>} are the application's
 * own data, and are written as Jackson writes them by default.
 * <p>
 * An argument must not be {@code null} where its parameter is not marked as nullable.
 * <p>
 * A method may also be blocking: it returns the value, a {@code List} of values or
 * nothing. A response without data is an error, unless the method returns
 * {@code Mono<Void>} or {@code void}, is annotated with {@link MayBeEmpty}, or its
 * blocking result is nullable or an {@code Optional}.
 * <p>
 * Errors arrive as {@link CrispException} in the returned {@code Mono} or {@code Flux};
 * blocking methods throw it. An argument that cannot be sent is an
 * {@link IllegalArgumentException} at once.
 */
public final class CrispRest {

	private final CrispRestBuilder builder;

	private final CrispRequestArguments arguments = new CrispRequestArguments();

	private final SingletonSupplier<CrispExchangeAdapter> adapter;

	private final SingletonSupplier<HttpServiceProxyFactory> factory;

	CrispRest(CrispRestBuilder builder, Supplier<CrispExchangeAdapter> adapter) {
		this.builder = builder;
		this.adapter = SingletonSupplier.of(adapter);
		this.factory = SingletonSupplier.of(this::createFactory);
	}

	private HttpServiceProxyFactory createFactory() {
		return HttpServiceProxyFactory.builder()
			.exchangeAdapter(this.adapter.obtain())
			.conversionService(conversionService())
			.customArgumentResolver(this.arguments)
			.httpRequestValuesProcessor(this.arguments)
			.build();
	}

	/**
	 * How the values of path and query parameters become text.
	 */
	private static ConversionService conversionService() {
		GenericConversionService conversionService = new GenericConversionService();
		conversionService.addConverter(Object.class, String.class, CrispRequestArguments::text);
		return conversionService;
	}

	/**
	 * Start building an instance.
	 * @param webClient the builder to start from; Spring Boot's has the application's
	 * observations and customizers. Calls fail if its connector follows redirects, see
	 * {@link CrispRestBuilder#redirectsDisabled()}
	 * @return a builder
	 */
	public static CrispRestBuilder builder(WebClient.Builder webClient) {
		WebClient.Builder copy = webClient.clone();
		return new CrispRestBuilder(() -> copy);
	}

	/**
	 * Start building an instance that costs next to nothing before its first call: the
	 * HTTP client is a good part of what an application loads.
	 * @param webClient gives the builder to start from; asked once, when the first call
	 * is made
	 * @return a builder
	 */
	public static CrispRestBuilder builder(Supplier<WebClient.Builder> webClient) {
		return new CrispRestBuilder(SingletonSupplier.of(webClient));
	}

	/**
	 * Start building another instance that has everything this one has, to give it other
	 * credentials.
	 * @return a builder
	 */
	public CrispRestBuilder mutate() {
		return this.builder.copyForFurtherAccount();
	}

	/**
	 * Create an instance for the same account with another retry.
	 * @param retry the retry
	 * @return the instance
	 */
	public CrispRest withRetry(CrispRetry retry) {
		return this.builder.copy().retry(retry).build();
	}

	/**
	 * Call a route that no client has, with the same encoding, retry and errors.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables, such as
	 * {@code /v1/website/{websiteId}}
	 * @param variables the values of the variables
	 * @param query the query parameters; those that are {@code null} are left out
	 * @param body what is sent as JSON, {@code null} for nothing (which is an empty
	 * object where the method has a body)
	 * @param type the type of the answer's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the answer
	 * @return the answer, empty if it has no data
	 * @throws IllegalArgumentException if a variable is {@code null}, empty, {@code .} or
	 * {@code ..}, or if an argument cannot be written
	 */
	public <T> Mono<T> exchange(HttpMethod method, String uriTemplate, Map<String, ?> variables, Map<String, ?> query,
			@Nullable Object body, ParameterizedTypeReference<T> type) {
		return this.adapter.obtain()
			.exchangeForBodyMono(this.arguments.values(method, uriTemplate, variables, query, body), type);
	}

	/**
	 * Call a route that no client has, and wait for the response. See
	 * {@link #exchange(HttpMethod, String, Map, Map, Object, ParameterizedTypeReference)}.
	 * @param method the HTTP method
	 * @param uriTemplate the path with its variables
	 * @param variables the values of the variables
	 * @param query the query parameters; those that are {@code null} are left out
	 * @param body what is sent as JSON, {@code null} for nothing
	 * @param type the type of the answer's {@code data}; {@code Boolean} for HEAD
	 * @param <T> the type of the answer
	 * @return the answer, {@code null} if it has no data
	 * @throws IllegalStateException if the current thread must not block
	 */
	public <T> @Nullable T exchangeBlocking(HttpMethod method, String uriTemplate, Map<String, ?> variables,
			Map<String, ?> query, @Nullable Object body, ParameterizedTypeReference<T> type) {
		BlockingCalls.assertAllowed(CrispRest.class);
		return exchange(method, uriTemplate, variables, query, body, type).block();
	}

	/**
	 * Create a client, reactive or blocking. Where the interface inherits its methods
	 * from several others, each of these is prepared when one of its methods is called
	 * for the first time, so that an application pays only for what it uses.
	 * @param type the interface with the annotated methods
	 * @param <T> the type of the client
	 * @return the client
	 */
	public <T> T client(Class<T> type) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				new LazyResources(type, this.factory)));
	}

	/**
	 * Calls each method on a client of the interface that declares it.
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
