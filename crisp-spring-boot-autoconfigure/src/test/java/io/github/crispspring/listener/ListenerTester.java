package io.github.crispspring.listener;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.crispspring.autoconfigure.ApplicationTester;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

/**
 * JUnit extension that runs listeners in an auto-configured application, with a server in
 * place of Crisp's REST API.
 */
final class ListenerTester extends WireMockExtension {

	ListenerTester() {
		super(newInstance().options(WireMockConfiguration.options().dynamicPort()));
	}

	@Override
	protected void onBeforeEach(WireMockRuntimeInfo server) {
		stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	/**
	 * Return a runner of an application without credentials.
	 */
	static ApplicationContextRunner withoutCredentials(Class<?>... configurations) {
		return new ApplicationContextRunner().withConfiguration(ApplicationTester.AUTO_CONFIGURATIONS)
			.withUserConfiguration(configurations)
			.withPropertyValues("crisp.rtm.enabled=false");
	}

	/**
	 * Return a runner of an application that calls the server.
	 */
	ApplicationContextRunner with(Class<?>... configurations) {
		return withoutCredentials(configurations).withPropertyValues("crisp.identifier=identifier", "crisp.key=key",
				"crisp.rest.base-url=" + baseUrl());
	}

	/**
	 * Return the calls in order: method, last segment of the path, and type of the body
	 * if it has one.
	 */
	List<String> calls() {
		List<ServeEvent> events = new ArrayList<>(getAllServeEvents());
		Collections.reverse(events);
		return events.stream()
			.map(ServeEvent::getRequest)
			.map((request) -> request.getMethod() + " " + request.getUrl().replaceFirst(".*/", "")
					+ CrispJson.mapper()
						.readTree(request.getBody())
						.path("type")
						.asStringOpt()
						.map(" "::concat)
						.orElse(""))
			.toList();
	}

	/**
	 * Dispatch an event as a webhook does, and return its result.
	 * @param fields the fields of the event, in addition to website {@code w} and session
	 * {@code s}
	 */
	static Mono<Void> send(ApplicationContext context, String name, Map<String, ?> fields) {
		Map<String, Object> data = new LinkedHashMap<>(Map.of("website_id", "w", "session_id", "s"));
		data.putAll(fields);
		return send(context, name, CrispJson.mapper().<JsonNode>valueToTree(data));
	}

	/**
	 * Dispatch an event as a webhook does, and return its result.
	 */
	static Mono<Void> send(ApplicationContext context, String name, JsonNode json) {
		CrispEvent event = context.getBean(CrispEventReader.class).read(name, null, json);
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, json));
	}

	/**
	 * Dispatch an event as a webhook does, and wait until it is handled.
	 */
	static void dispatch(ApplicationContext context, String name, Map<String, ?> fields) {
		send(context, name, fields).block(WaitLimit.DURATION);
	}

	/**
	 * Dispatch an event as a webhook does, and wait until it is handled or has failed.
	 * @return the failure, or {@code null} if it was handled
	 */
	static @Nullable Throwable outcome(ApplicationContext context, String name, Map<String, ?> fields) {
		return send(context, name, fields).materialize().block(WaitLimit.DURATION).getThrowable();
	}

	/**
	 * Records failures, which are logged otherwise.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Failures {

		final List<Throwable> failures = new CopyOnWriteArrayList<>();

		@Bean
		CrispListenerErrorHandler errorHandler() {
			return (failure, event, delivery) -> this.failures.add(failure);
		}

	}

}
