package io.github.crispspring.autoconfigure;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispTransportException;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.HttpServiceGroup.ClientType;
import org.springframework.web.service.registry.ImportHttpServices;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Interfaces of an application in the HTTP service group {@code crisp}.
 */
class CrispHttpServiceGroupAutoConfigurationTests {

	@RegisterExtension
	static WireMockExtension crisp = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	@RegisterExtension
	static WireMockExtension otherHost = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withPropertyValues(
			"crisp.identifier=identifier", "crisp.key=key", "crisp.tier=website", "crisp.rtm.enabled=false",
			"crisp.rest.base-url=" + crisp.baseUrl(), "crisp.rest.retry.backoff=1ms");

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"error\":false,\"data\":{\"stars\":5}}")));
	}

	@ParameterizedTest
	@ValueSource(classes = { Default.class, RestClientGroup.class, WebClientGroup.class })
	void blockingMethodHasCredentialsAndEnvelope(Class<?> application) {
		this.contextRunner.withUserConfiguration(application).run((context) -> {
			assertThat(context.getBean(MyRoutes.class).getThing("a/b")).containsEntry("stars", 5);
			crisp.verify(getRequestedFor(urlEqualTo("/v1/thing/a%2Fb"))
				.withBasicAuth(new BasicCredentials("identifier", "key"))
				.withHeader("X-Crisp-Tier", equalTo("website")));
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Default.class, RestClientGroup.class, WebClientGroup.class })
	void reactiveMethodHasCredentialsAndEnvelope(Class<?> application) {
		this.contextRunner.withUserConfiguration(application).run((context) -> {
			MyReactiveRoutes routes = context.getBean(MyReactiveRoutes.class);
			assertThat(routes.getThing("t").block()).containsEntry("stars", 5);
			crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"error\":false,\"data\":[1,2]}")));
			assertThat(routes.listThings().collectList().block()).containsExactly(1, 2);
			crisp.verify(2, getRequestedFor(anyUrl()).withBasicAuth(new BasicCredentials("identifier", "key"))
				.withHeader("X-Crisp-Tier", equalTo("website")));
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Default.class, RestClientGroup.class, WebClientGroup.class })
	void entityHasTheDataAndTheHeaders(Class<?> application) {
		crisp.stubFor(any(anyUrl())
			.willReturn(okJson("{\"error\":false,\"data\":[1,2]}").withStatus(206).withHeader("X-Test", "value")));
		this.contextRunner.withUserConfiguration(application).run((context) -> {
			EntityRoutes routes = context.getBean(EntityRoutes.class);
			assertThat(routes.listThings()).satisfies((entity) -> {
				assertThat(entity.getStatusCode().value()).isEqualTo(206);
				assertThat(entity.getHeaders().getFirst("X-Test")).isEqualTo("value");
				assertThat(entity.getBody()).containsExactly(1, 2);
			});
			assertThat(routes.listThingsReactively().block().getBody().collectList().block()).containsExactly(1, 2);
			assertThat(routes.getHeaders().getFirst("X-Test")).isEqualTo("value");
			assertThat(routes.getStatus().getStatusCode().value()).isEqualTo(206);
			crisp.verify(4, getRequestedFor(anyUrl()).withBasicAuth(new BasicCredentials("identifier", "key")));
		});
	}

	@Test
	void errorOfAnEntityIsTyped() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.notFound()));
		this.contextRunner.withUserConfiguration(Default.class).run((context) -> {
			EntityRoutes routes = context.getBean(EntityRoutes.class);
			assertThatExceptionOfType(CrispNotFoundException.class).isThrownBy(routes::listThings);
			assertThatExceptionOfType(CrispNotFoundException.class)
				.isThrownBy(() -> routes.listThingsReactively().block());
			assertThatExceptionOfType(CrispNotFoundException.class).isThrownBy(routes::getHeaders);
			assertThatExceptionOfType(CrispNotFoundException.class).isThrownBy(routes::getStatus);
		});
	}

	@Test
	void callForAnEntityIsRetried() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.serviceUnavailable()));
		this.contextRunner.withUserConfiguration(Default.class)
			.run((context) -> assertThatExceptionOfType(CrispApiException.class)
				.isThrownBy(() -> context.getBean(EntityRoutes.class).getStatus()));
		crisp.verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	void annotationsOfThisLibraryAreSupported() {
		this.contextRunner.withUserConfiguration(Default.class)
			.run((context) -> context.getBean(MyRoutes.class).rate("t", 4));
		crisp.verify(postRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"stars\":4}")));
	}

	@Test
	void errorIsTyped() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.notFound()));
		this.contextRunner.withUserConfiguration(Default.class)
			.run((context) -> assertThatExceptionOfType(CrispNotFoundException.class)
				.isThrownBy(() -> context.getBean(MyRoutes.class).getThing("t"))
				.satisfies((ex) -> assertThat(ex.getRoute()).isEqualTo("/v1/thing/{thingId}")));
	}

	@Test
	void transientErrorIsRetried() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.serviceUnavailable()));
		this.contextRunner.withUserConfiguration(Default.class)
			.run((context) -> assertThatExceptionOfType(CrispApiException.class)
				.isThrownBy(() -> context.getBean(MyRoutes.class).getThing("t")));
		crisp.verify(3, anyRequestedFor(anyUrl()));
	}

	@Test
	void callIsObserved() {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.contextRunner.withUserConfiguration(Default.class)
			.withBean(TestObservationRegistry.class, () -> observations)
			.run((context) -> context.getBean(MyRoutes.class).getThing("t"));
		TestObservationRegistryAssert.assertThat(observations).hasObservationWithNameEqualTo("crisp.rest");
	}

	@Test
	void propertiesOfTheGroupApply() {
		otherHost.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"stars\":1}}")));
		this.contextRunner.withUserConfiguration(Default.class)
			.withPropertyValues("spring.http.serviceclient.crisp.base-url=" + otherHost.baseUrl(),
					"spring.http.serviceclient.crisp.default-header.X-Group=yes")
			.run((context) -> assertThat(context.getBean(MyRoutes.class).getThing("t")).containsEntry("stars", 1));
		otherHost.verify(getRequestedFor(urlEqualTo("/v1/thing/t")).withHeader("X-Group", equalTo("yes"))
			.withBasicAuth(new BasicCredentials("identifier", "key")));
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void readTimeoutOfTheGroupApplies() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(10_000)));
		this.contextRunner.withUserConfiguration(Default.class)
			.withPropertyValues("spring.http.serviceclient.crisp.read-timeout=50ms", "crisp.rest.retry.enabled=false")
			.run((context) -> assertThatExceptionOfType(CrispTransportException.class)
				.isThrownBy(() -> context.getBean(MyRoutes.class).getThing("t")));
	}

	@ParameterizedTest
	@ValueSource(classes = { RestClientGroup.class, WebClientGroup.class })
	void redirectsAreNotFollowedEvenIfTheGroupSaysSo(Class<?> application) {
		otherHost.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		crisp.stubFor(any(anyUrl()).willReturn(
				WireMock.aResponse().withStatus(307).withHeader("Location", otherHost.baseUrl() + "/v1/stolen")));
		this.contextRunner.withUserConfiguration(application)
			.withPropertyValues("spring.http.serviceclient.crisp.redirects=follow")
			.run((context) -> assertThatExceptionOfType(CrispApiException.class)
				.isThrownBy(() -> context.getBean(MyRoutes.class).getThing("t"))
				.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(307)));
		otherHost.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void otherGroupsAreLeftAlone() {
		this.contextRunner.withUserConfiguration(Other.class)
			.withPropertyValues("spring.http.serviceclient.other.base-url=" + crisp.baseUrl())
			.run((context) -> context.getBean(MyRoutes.class).getThing("t"));
		crisp.verify(getRequestedFor(anyUrl()).withoutHeader("Authorization").withoutHeader("X-Crisp-Tier"));
	}

	interface MyRoutes {

		@GetExchange("/v1/thing/{thingId}")
		Map<String, Object> getThing(@PathVariable String thingId);

		@PostExchange("/v1/thing/{thingId}/rate")
		void rate(@PathVariable String thingId, @BodyField int stars);

	}

	interface EntityRoutes {

		@GetExchange("/v1/things")
		ResponseEntity<List<Integer>> listThings();

		@GetExchange("/v1/things")
		Mono<ResponseEntity<Flux<Integer>>> listThingsReactively();

		@GetExchange("/v1/things")
		HttpHeaders getHeaders();

		@GetExchange("/v1/things")
		ResponseEntity<Void> getStatus();

	}

	interface MyReactiveRoutes {

		@GetExchange("/v1/thing/{thingId}")
		Mono<Map<String, Object>> getThing(@PathVariable String thingId);

		@GetExchange("/v1/things")
		Flux<Integer> listThings();

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "crisp", types = { MyRoutes.class, MyReactiveRoutes.class, EntityRoutes.class })
	static class Default {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "crisp", types = { MyRoutes.class, MyReactiveRoutes.class, EntityRoutes.class },
			clientType = ClientType.REST_CLIENT)
	static class RestClientGroup {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "crisp", types = { MyRoutes.class, MyReactiveRoutes.class, EntityRoutes.class },
			clientType = ClientType.WEB_CLIENT)
	static class WebClientGroup {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportHttpServices(group = "other", types = MyRoutes.class, clientType = ClientType.WEB_CLIENT)
	static class Other {

	}

}
