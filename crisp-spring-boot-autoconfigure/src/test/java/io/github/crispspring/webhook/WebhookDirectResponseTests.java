package io.github.crispspring.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.crispspring.readme.ServletSecurity;
import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Sinks;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.filter.CommonsRequestLoggingFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for responses to requests that were suspended until a listener completed: without
 * another dispatch, unless a filter or an interceptor may require it.
 */
@ParameterizedClass
@EnumSource(names = { "TOMCAT", "JETTY" })
@ExtendWith(OutputCaptureExtension.class)
class WebhookDirectResponseTests {

	private final Kind kind;

	WebhookDirectResponseTests(Kind kind) {
		this.kind = kind;
	}

	@Test
	void requestIsNotDispatchedAgain() throws Exception {
		try (WebhookServer server = start("spring.mvc.hiddenmethod.filter.enabled=true")) {
			assertThat(send(server, Sinks.Empty::tryEmitEmpty)).startsWith("HTTP/1.1 200")
				.containsOnlyOnce("HTTP/1.1")
				.containsIgnoringCase("Content-Length: 0");
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST);
		}
	}

	@Test
	void failureOfListenerIsReportedWithoutAnotherDispatch() throws Exception {
		try (WebhookServer server = start()) {
			assertFailed(send(server, WebhookDirectResponseTests::fail));
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST);
		}
	}

	@Test
	void requestIsCompletedAtAcknowledgementTimeout() throws Exception {
		try (WebhookServer server = start("crisp.webhook.acknowledge-timeout=100ms")) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			assertThat(server.sendRaw(WebhookServer.rawWebhook())).startsWith("HTTP/1.1 202")
				.containsOnlyOnce("HTTP/1.1");
			assertThat(handled.tryEmitEmpty()).isEqualTo(Sinks.EmitResult.OK);
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST);
		}
	}

	@Test
	void responseIsSentAfterFiltersHaveReturned() throws Exception {
		try (WebhookServer server = start()) {
			AtomicBoolean held = new AtomicBoolean(true);
			dispatches(server).action = () -> await().untilFalse(held);
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			CompletableFuture<String> response = server.sendRawAsync(WebhookServer.rawWebhook());
			await().until(() -> dispatches(server).returning.size() == 1);
			handled.tryEmitEmpty();
			assertThat(response).isNotDone();
			held.set(false);
			assertThat(response.get(WaitLimit.SECONDS, TimeUnit.SECONDS)).startsWith("HTTP/1.1 200");
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST);
		}
	}

	@Test
	void requestWithSlowBodyIsDispatchedOnlyForItsBody() throws Exception {
		byte[] webhook = WebhookServer.webhook();
		try (WebhookServer server = start();
				SlowRequest request = new SlowRequest(server, SlowRequest.headers(webhook), webhook.length)) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			await().until(() -> dispatches(server).returning.size() == 1);
			request.send(Arrays.copyOf(webhook, 10));
			request.send(Arrays.copyOfRange(webhook, 10, webhook.length));
			await().until(() -> dispatches(server).returning.size() == 2);
			handled.tryEmitEmpty();
			assertThat(request.status()).isEqualTo(200);
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST, DispatcherType.ASYNC);
		}
	}

	@Test
	void lostConnectionAffectsNeitherEventNorServer(CapturedOutput output) throws Exception {
		byte[] webhook = WebhookServer.webhook();
		try (WebhookServer server = start()) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			try (SlowRequest request = new SlowRequest(server, SlowRequest.headers(webhook), webhook.length)) {
				request.send(webhook);
				await().until(() -> server.application().events.size() == 1);
			}
			handled.tryEmitEmpty();
			await().untilAsserted(() -> assertThat(server.send(webhook).statusCode()).isEqualTo(200));
			assertThat(server.application().events).hasSize(1);
			assertThat(output.getOut().lines())
				.noneMatch((line) -> line.contains("ERROR") || line.contains("Exception"));
		}
	}

	@Test
	void requestIsCompletedIfContainerHasNoThread() throws Exception {
		try (WebhookServer server = start(ExhaustedThreads.class)) {
			AtomicBoolean exhausted = server.bean(ExhaustedThreads.class).exhausted;
			assertFailed(send(server, (handled) -> {
				// Until then, the thread of the request responds
				await().until(() -> haveFiltersReturned(server));
				exhausted.set(true);
				fail(handled);
			}));
			assertThat(exhausted).isFalse();
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST);
		}
	}

	@Test
	void requestIsObservedOnceWithItsStatus() throws Exception {
		try (WebhookServer server = start()) {
			assertFailed(send(server, WebhookDirectResponseTests::fail));
			assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST);
			await().until(() -> server.bean(MeterRegistry.class).find("http.server.requests").timer() != null);
			assertThat(server.bean(MeterRegistry.class).find("http.server.requests").timers()).singleElement()
				.satisfies((timer) -> {
					assertThat(timer.count()).isEqualTo(1);
					assertThat(timer.getId().getTag("status")).isEqualTo("500");
					assertThat(timer.getId().getTag("uri")).isEqualTo("/crisp/webhook");
				});
		}
	}

	@Test
	void filterThatAddsEtagIsDispatchedAgain() throws Exception {
		try (WebhookServer server = start(EtagFilter.class)) {
			assertThat(send(server, Sinks.Empty::tryEmitEmpty)).startsWith("HTTP/1.1 200").contains("ETag: \"");
			assertDispatchedAgain(server);
		}
	}

	@Test
	void filterThatCachesResponseIsDispatchedAgain() throws Exception {
		try (WebhookServer server = start(CachingFilter.class)) {
			assertFailed(send(server, WebhookDirectResponseTests::fail));
			assertThat(server.bean(CachingFilter.class).bodies).singleElement()
				.satisfies((body) -> assertThat(body).contains("could not be handled"));
			assertDispatchedAgain(server);
		}
	}

	@Test
	void filterThatLogsRequestIsDispatchedAgain(CapturedOutput output) throws Exception {
		try (WebhookServer server = start(new Class<?>[] { LoggingFilter.class },
				"logging.level.org.springframework.web.filter.CommonsRequestLoggingFilter=debug")) {
			assertFailed(send(server, WebhookDirectResponseTests::fail));
			await().untilAsserted(() -> assertThat(output.getOut()).containsOnlyOnce("After request [POST"));
			assertDispatchedAgain(server);
		}
	}

	@Test
	void securityFilterIsDispatchedAgain() throws Exception {
		try (WebhookServer server = start(new Class<?>[] { ServletSecurity.class }, WebhookSecurityTests.JETTY_ONLY)) {
			assertThat(send(server, Sinks.Empty::tryEmitEmpty)).startsWith("HTTP/1.1 200")
				.containsOnlyOnce("X-Content-Type-Options: nosniff");
			assertDispatchedAgain(server);
		}
	}

	@Test
	void mappedInterceptorIsInvokedAfterCompletion() throws Exception {
		try (WebhookServer server = start(Interceptor.class)) {
			assertFailed(send(server, WebhookDirectResponseTests::fail));
			await().untilAsserted(() -> assertThat(server.bean(Interceptor.class).completions).containsExactly(500));
			assertDispatchedAgain(server);
		}
	}

	@Test
	void servletThatWrapsResponseIsDispatchedAgain() throws Exception {
		try (WebhookServer server = WebhookServer.start(this.kind, new Class<?>[] { WrappingServlet.class })) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			CompletableFuture<String> response = server.sendRawAsync(WebhookServer.rawWebhook());
			await().until(() -> server.bean(WrappingServlet.class).returned.getCount() == 0);
			fail(handled);
			assertFailed(response.get(WaitLimit.SECONDS, TimeUnit.SECONDS));
		}
	}

	private WebhookServer start(String... properties) {
		return start(new Class<?>[0], properties);
	}

	private WebhookServer start(Class<?> source) {
		return start(new Class<?>[] { source });
	}

	private WebhookServer start(Class<?>[] sources, String... properties) {
		Class<?>[] all = Arrays.copyOf(sources, sources.length + 1);
		all[sources.length] = Dispatches.class;
		return WebhookServer.start(this.kind, all, properties);
	}

	private static Dispatches dispatches(WebhookServer server) {
		return server.bean(Dispatches.class);
	}

	/**
	 * Send a webhook whose listener completes when its request is suspended.
	 */
	private static String send(WebhookServer server, Consumer<Sinks.Empty<Void>> completion) throws Exception {
		Sinks.Empty<Void> handled = Sinks.empty();
		server.application().handling = handled.asMono();
		CompletableFuture<String> response = server.sendRawAsync(WebhookServer.rawWebhook());
		await().until(() -> server.application().events.size() == 1 && dispatches(server).returning.size() == 1);
		assertThat(response).isNotDone();
		completion.accept(handled);
		return response.get(WaitLimit.SECONDS, TimeUnit.SECONDS);
	}

	private static boolean haveFiltersReturned(WebhookServer server) {
		return Arrays.stream(dispatches(server).thread.getStackTrace())
			.noneMatch((frame) -> frame.getClassName().equals(WebhookFilter.class.getName()));
	}

	private static void fail(Sinks.Empty<Void> handled) {
		handled.tryEmitError(new IllegalStateException("The listener failed"));
	}

	private static void assertFailed(String response) {
		assertThat(response).startsWith("HTTP/1.1 500")
			.containsOnlyOnce("HTTP/1.1")
			.contains("application/problem+json")
			.endsWith("\"detail\":\"The event could not be handled. Retry later.\"}");
	}

	/**
	 * Return the wrapper of the first dispatch in each further one.
	 */
	private static ContentCachingResponseWrapper caching(HttpServletResponse response) {
		ContentCachingResponseWrapper caching = WebUtils.getNativeResponse(response,
				ContentCachingResponseWrapper.class);
		return (caching != null) ? caching : new ContentCachingResponseWrapper(response);
	}

	private static void assertDispatchedAgain(WebhookServer server) {
		assertThat(dispatches(server).started).containsExactly(DispatcherType.REQUEST, DispatcherType.ASYNC);
	}

	/**
	 * Makes the container fail once to provide a thread.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ExhaustedThreads {

		final AtomicBoolean exhausted = new AtomicBoolean();

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> exhaustedTomcat() {
			SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor();
			return (factory) -> factory.addProtocolHandlerCustomizers((protocol) -> protocol.setExecutor((task) -> {
				provideThread();
				threads.execute(task);
			}));
		}

		@Bean
		WebServerFactoryCustomizer<JettyServletWebServerFactory> exhaustedJetty() {
			return (factory) -> factory.setThreadPool(new QueuedThreadPool() {

				@Override
				public void execute(Runnable task) {
					provideThread();
					super.execute(task);
				}

			});
		}

		private void provideThread() {
			if (this.exhausted.getAndSet(false)) {
				throw new OutOfMemoryError("unable to create native thread");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EtagFilter {

		@Bean
		Filter etagFilter() {
			return new ShallowEtagHeaderFilter() {

				@Override
				protected boolean isEligibleForEtag(HttpServletRequest request, HttpServletResponse response,
						int responseStatusCode, InputStream inputStream) {
					return true;
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class CachingFilter {

		final List<String> bodies = new CopyOnWriteArrayList<>();

		@Bean
		Filter cachingFilter() {
			return new OncePerRequestFilter() {

				@Override
				protected boolean shouldNotFilterAsyncDispatch() {
					return false;
				}

				@Override
				protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
						FilterChain chain) throws ServletException, IOException {
					ContentCachingResponseWrapper caching = caching(response);
					chain.doFilter(request, caching);
					if (!isAsyncStarted(request)) {
						CachingFilter.this.bodies
							.add(new String(caching.getContentAsByteArray(), StandardCharsets.UTF_8));
						caching.copyBodyToResponse();
					}
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LoggingFilter {

		@Bean
		CommonsRequestLoggingFilter loggingFilter() {
			return new CommonsRequestLoggingFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Interceptor {

		final List<Integer> completions = new CopyOnWriteArrayList<>();

		@Bean
		MappedInterceptor mappedInterceptor() {
			return new MappedInterceptor(null, new HandlerInterceptor() {

				@Override
				public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
						Exception ex) {
					Interceptor.this.completions.add(response.getStatus());
				}

			});
		}

	}

	/**
	 * Servlet that buffers responses, for example to log them.
	 */
	@Configuration(proxyBeanMethods = false)
	static class WrappingServlet {

		final CountDownLatch returned = new CountDownLatch(1);

		@Bean
		DispatcherServlet dispatcherServlet() {
			return new DispatcherServlet() {

				@Override
				protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
					ContentCachingResponseWrapper caching = caching(response);
					super.doService(request, caching);
					caching.copyBodyToResponse();
					WrappingServlet.this.returned.countDown();
				}

			};
		}

	}

}
