package io.github.crispspring.webhook;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CrispAcknowledgement}.
 */
class WebhookAcknowledgementTests {

	@ParameterizedTest
	@EnumSource
	void onReceiptDoesNotWaitForListeners(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.acknowledge=on-receipt",
				"crisp.webhook.acknowledge-timeout=1h")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			await().until(() -> server.application().events.size() == 1);
			end.tryEmitEmpty();
			server.application().handling = Mono.error(new IllegalStateException("listener failed"));
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			await().until(() -> server.application().failures.get() == 1);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void requestWithImmediateResponseIsNotSuspended(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { DispatchCounter.class },
				"crisp.webhook.acknowledge=on-receipt")) {
			assertThat(server.sendRaw(WebhookServer.rawWebhook())).startsWith("HTTP/1.1 200");
			assertThat(server.bean(DispatchCounter.class).dispatches).containsExactly(DispatcherType.REQUEST);
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadWaitsForListener() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { DispatchCounter.class },
				"spring.threads.virtual.enabled=true")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			Future<String> response = server.sendRawAsync(WebhookServer.rawWebhook());
			await().until(() -> server.application().events.size() == 1);
			assertThat(response).isNotDone();
			end.tryEmitEmpty();
			assertThat(response.get(WaitLimit.SECONDS, TimeUnit.SECONDS)).startsWith("HTTP/1.1 200");
			assertThat(server.bean(DispatchCounter.class).dispatches).containsExactly(DispatcherType.REQUEST);
		}
	}

	@ParameterizedTest
	@EnumSource
	void onReceiptRequiresThatEventIsAccepted(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.acknowledge=on-receipt",
				"crisp.listener.queue-capacity=1")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			assertSaturated(server.send(WebhookServer.webhook()));
			end.tryEmitEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void slowEventIsAcknowledgedAsAcceptedOnEachDelivery(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0],
				"crisp.webhook.acknowledge-timeout=100ms")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			byte[] webhook = WebhookServer.webhook();
			assertThat(server.send(webhook).statusCode()).isEqualTo(202);
			assertThat(server.send(webhook).statusCode()).isEqualTo(202);
			end.tryEmitEmpty();
			await().until(() -> server.send(webhook).statusCode() == 200);
			assertThat(server.application().events).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void afterHandlingOnlyRejectsRedeliveriesUntilEventIsHandled(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0],
				"crisp.webhook.acknowledge=after-handling-only", "crisp.webhook.acknowledge-timeout=100ms")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			byte[] webhook = WebhookServer.webhook();
			HttpResponse<String> response = server.send(webhook);
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(response.body()).contains("still being handled");
			assertThat(server.send(webhook).statusCode()).isEqualTo(503);
			end.tryEmitEmpty();
			await().until(() -> server.send(webhook).statusCode() == 200);
			assertThat(server.application().events).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void eventRejectedWithoutCapacityIsHandledWhenRedelivered(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.listener.queue-capacity=1")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			CompletableFuture<HttpResponse<String>> first = server.sendAsync(WebhookServer.webhook());
			await().until(() -> server.application().events.size() == 1);
			byte[] second = WebhookServer.webhook();
			assertSaturated(server.send(second));
			end.tryEmitEmpty();
			assertThat(first.get(WaitLimit.SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
			assertThat(server.send(second).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void eventReceivedDuringShutdownIsNotAcknowledged(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0])) {
			server.bean(CrispEventDispatcher.class).stop();
			assertSaturated(server.send(WebhookServer.webhook()));
			assertThat(server.application().events).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void listenersDoNotOccupyServerThreads(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "server.tomcat.threads.max=2",
				"server.jetty.threads.max=8")) {
			Sinks.Empty<Void> end = Sinks.empty();
			server.application().handling = end.asMono();
			List<CompletableFuture<HttpResponse<String>>> responses = Stream.generate(WebhookServer::webhook)
				.limit(50)
				.map(server::sendAsync)
				.toList();
			await().until(() -> server.application().events.size() == 50);
			assertThat(responses).noneMatch(CompletableFuture::isDone);
			end.tryEmitEmpty();
			assertThat(responses)
				.allSatisfy((response) -> assertThat(response.get(WaitLimit.SECONDS, TimeUnit.SECONDS).statusCode())
					.isEqualTo(200));
		}
	}

	@ParameterizedTest
	@EnumSource
	void eventIsNotAcknowledgedIfDuplicatesCannotBeDetected(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { BrokenStore.class })) {
			HttpResponse<String> response = server.send(WebhookServer.webhook());
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(response.body()).contains("Duplicates cannot be detected at present");
			assertThat(server.application().events).isEmpty();
		}
	}

	private static void assertSaturated(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).isEqualTo(
				"{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"No events are accepted at present. Retry later.\"}");
	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenStore {

		@Bean
		CrispEventDeduplicator brokenStore() {
			return (key) -> {
				throw new IllegalStateException("The store is down");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DispatchCounter {

		private final List<DispatcherType> dispatches = new CopyOnWriteArrayList<>();

		@Bean
		FilterRegistrationBean<Filter> dispatchFilter() {
			FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
				this.dispatches.add(request.getDispatcherType());
				chain.doFilter(request, response);
			});
			filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
			return filter;
		}

	}

}
