package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.json.CrispJson;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

/**
 * Extension that runs listeners in an application whose calls reach a server in place of
 * Crisp.
 */
final class ListenerTester extends WireMockExtension {

	static final Duration LIMIT = Duration.ofSeconds(60);

	ListenerTester() {
		super(newInstance().options(WireMockConfiguration.options().dynamicPort()));
	}

	@Override
	protected void onBeforeEach(WireMockRuntimeInfo server) {
		stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
	}

	/**
	 * Return an application without credentials.
	 */
	static ApplicationContextRunner withoutCredentials(Class<?>... listeners) {
		return new ApplicationContextRunner().withUserConfiguration(AutoConfigured.class)
			.withUserConfiguration(listeners)
			.withPropertyValues("crisp.rtm.enabled=false");
	}

	ApplicationContextRunner with(Class<?>... listeners) {
		return withoutCredentials(listeners).withPropertyValues("crisp.identifier=identifier", "crisp.key=key",
				"crisp.rest.base-url=" + baseUrl());
	}

	/**
	 * Return the calls in order: method, last segment of the path, and type of the body.
	 */
	List<String> calls() {
		List<ServeEvent> events = new ArrayList<>(getAllServeEvents());
		Collections.reverse(events);
		return events.stream()
			.map(ServeEvent::getRequest)
			.map((request) -> request.getMethod() + " " + request.getUrl().replaceFirst(".*/", "") + " "
					+ CrispJson.mapper().readTree(request.getBody()).path("type").asString(""))
			.toList();
	}

	static Mono<Void> send(ApplicationContext context, String name, Map<String, Object> fields) {
		Map<String, Object> data = new LinkedHashMap<>(Map.of("website_id", "w1", "session_id", "s"));
		data.putAll(fields);
		JsonNode json = CrispJson.mapper().valueToTree(data);
		CrispEvent event = context.getBean(CrispEventReader.class).read(name, null, json);
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, json));
	}

	static void dispatch(ApplicationContext context, String name, Map<String, Object> fields) {
		send(context, name, fields).block(LIMIT);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
