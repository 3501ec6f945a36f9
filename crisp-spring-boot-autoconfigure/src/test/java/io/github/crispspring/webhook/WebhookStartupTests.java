package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetState;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.webhook.WebhookServer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for checks and log messages of the endpoint at startup.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookStartupTests {

	@ParameterizedTest
	@EnumSource
	void pathAndEventsAreLogged(Kind kind, CapturedOutput output) throws Exception {
		try (WebhookServer server = start(kind, new Class<?>[] { Listeners.class }, "server.servlet.context-path=/app",
				"spring.webflux.base-path=/app", "crisp.webhook.path=/hook")) {
			assertThat(server.send("/app/hook", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(401);
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("Receiving webhooks"))).singleElement()
			.asString()
			.contains("INFO", "'/app/hook'", "[message:send, session:set_state]");
	}

	@Test
	void servletPathIsLogged(CapturedOutput output) {
		start(Kind.TOMCAT, new Class<?>[0], "spring.mvc.servlet.path=/servlet").close();
		assertThat(output).contains("Receiving webhooks at '/servlet/crisp/webhook' for no events");
	}

	@Test
	void allEventsAreLoggedWithoutNames(CapturedOutput output) {
		WebhookServer.start(Kind.TOMCAT, new Class<?>[0]).close();
		assertThat(output).contains("Receiving webhooks at '/crisp/webhook' for all events");
	}

	@ParameterizedTest
	@MethodSource("kindsAndControllers")
	void controllerThatWouldReceiveWebhooksFailsStartup(Kind kind, Class<?> controller, CapturedOutput output) {
		assertThatThrownBy(() -> start(kind, new Class<?>[] { controller, Listeners.class })).isNotNull();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: crisp.webhook.path")
			.contains("Value: \"/crisp/webhook\"")
			.contains(controller.getSimpleName() + "#webhook")
			.doesNotContain(WebhookServer.SECRET);
	}

	static Stream<Arguments> kindsAndControllers() {
		return Stream.of(Kind.values())
			.flatMap((kind) -> Stream.of(OwnController.class, OwnJsonController.class)
				.map((controller) -> Arguments.of(kind, controller)));
	}

	@ParameterizedTest
	@EnumSource
	void controllerIsFoundWithLazyInitialization(Kind kind) {
		assertThatThrownBy(
				() -> start(kind, new Class<?>[] { OwnController.class }, "spring.main.lazy-initialization=true"))
			.isInstanceOf(InvalidConfigurationPropertyValueException.class);
	}

	@ParameterizedTest
	@EnumSource
	void unrelatedControllerDoesNotFailStartup(Kind kind) throws Exception {
		try (WebhookServer server = start(kind, new Class<?>[] { OtherController.class })) {
			assertThat(server.send("/crisp/webhook", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(401);
			assertThat(server.send("/crisp/other", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NETTY")
	void controllerOfOtherRequestsWithSamePathDoesNotFailStartupOnSpringMvc(Kind kind) throws Exception {
		try (WebhookServer server = start(kind, new Class<?>[] { PageController.class })) {
			assertThat(server.send("/crisp/webhook", (request) -> request.GET()).body()).isEqualTo("page");
			assertThat(server.send("/crisp/webhook", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(401);
		}
	}

	@Test
	void controllerOfOtherRequestsWithSamePathFailsStartupOnSpringWebFlux() {
		assertThatThrownBy(() -> start(Kind.NETTY, new Class<?>[] { PageController.class }))
			.isInstanceOf(InvalidConfigurationPropertyValueException.class)
			.hasMessageContaining("PageController#");
	}

	@Test
	void routerFunctionForAllPathsDoesNotReceiveWebhooksOnSpringWebFlux() throws Exception {
		try (WebhookServer server = start(Kind.NETTY, new Class<?>[] { AllPathsRoute.class })) {
			assertThat(server.send("/crisp/webhook", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(401);
			assertThat(server.send("/other", (request) -> request.GET()).body()).isEqualTo("route");
		}
	}

	@ParameterizedTest
	@EnumSource
	void controllerMayUseDefaultPathIfEndpointUsesAnother(Kind kind) throws Exception {
		try (WebhookServer server = start(kind, new Class<?>[] { OwnController.class }, "crisp.webhook.path=/hook")) {
			assertThat(server.send("/crisp/webhook", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(200);
			assertThat(server.send("/hook", WebhookServer.unsigned(WebhookServer.webhook())).statusCode())
				.isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource
	void clockOfApplicationDoesNotAffectTimestamps(Kind kind) throws Exception {
		try (WebhookServer server = start(kind, new Class<?>[] { StoppedClock.class })) {
			byte[] body = WebhookServer.webhook();
			String now = Long.toString(System.currentTimeMillis());
			assertThat(server.send("/crisp/webhook", WebhookServer.signed(body, now)).statusCode()).isEqualTo(200);
			assertThat(server.send("/crisp/webhook", WebhookServer.signed(body, "1000000000000")).statusCode())
				.isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource
	void maximumTimeoutIsSupportedByTimer(Kind kind) throws Exception {
		try (WebhookServer server = start(kind, new Class<?>[] { Listeners.class },
				"crisp.webhook.acknowledge-timeout=24d")) {
			String now = Long.toString(System.currentTimeMillis());
			assertThat(server.send("/crisp/webhook", WebhookServer.signed(WebhookServer.webhook(), now)).statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void singleSecretIsAccepted() throws Exception {
		try (WebhookServer server = start(Kind.TOMCAT, new Class<?>[0], "crisp.webhook.secret= singular ")) {
			byte[] body = WebhookServer.webhook();
			String now = Long.toString(System.currentTimeMillis());
			for (String secret : new String[] { "singular", WebhookServer.SECRET }) {
				assertThat(server
					.send("/crisp/webhook",
							(request) -> WebhookServer.signed(body, now)
								.apply(request)
								.setHeader("X-Crisp-Signature", new CrispSignature(secret).sign(now, body)))
					.statusCode()).isEqualTo(200);
			}
		}
	}

	@ParameterizedTest
	@MethodSource
	void secretWithoutWebServerIsLoggedAsWarning(String property, CapturedOutput output) {
		try (ConfigurableApplicationContext context = withoutWebServer(property, "crisp.identifier=i", "crisp.key=k")) {
			assertThat(context.isActive()).isTrue();
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("No events are received"))).singleElement()
			.asString()
			.contains("WARN", "no web server", "spring-boot-starter-webmvc", "crisp.rtm.enabled")
			.doesNotContain("swordfish");
	}

	static Stream<String> secretWithoutWebServerIsLoggedAsWarning() {
		return Stream.of("crisp.webhook.secrets=swordfish", "crisp.webhook.secret=swordfish",
				"crisp.webhook.key=swordfish");
	}

	@Test
	void secretWithoutWebServerIsNotLoggedWithRealtimeConnection(CapturedOutput output) {
		withoutWebServer("crisp.webhook.secret=swordfish", "crisp.identifier=i", "crisp.key=k",
				"crisp.rest.base-url=http://localhost:1", "crisp.rtm.enabled=true")
			.close();
		assertThat(output).doesNotContain("No events are received");
	}

	private static ConfigurableApplicationContext withoutWebServer(String... properties) {
		return new SpringApplicationBuilder(Application.class, Listeners.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.reactor.netty.shutdown-quiet-period=10ms")
			.properties(properties)
			.run();
	}

	/**
	 * Start an application that uses the system clock.
	 */
	private static WebhookServer start(Kind kind, Class<?>[] sources, String... properties) {
		return WebhookServer.start(kind, Application.class, sources, properties);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class Listeners {

		@CrispListener
		void on(MessageSend message) {
		}

		@CrispListener
		void on(SessionSetState change) {
		}

	}

	@RestController
	static class OwnController {

		@PostMapping("/crisp/webhook")
		String webhook() {
			return "own";
		}

	}

	@RestController
	@RequestMapping("/crisp")
	static class OwnJsonController {

		@PostMapping(path = { "/other", "/webhook" }, consumes = MediaType.APPLICATION_JSON_VALUE)
		String webhook() {
			return "own";
		}

	}

	@RestController
	@RequestMapping("/crisp")
	static class OtherController {

		@PostMapping({ "/*", "/{anything}/**" })
		String other() {
			return "other";
		}

	}

	@RestController
	static class PageController {

		@GetMapping("/crisp/webhook")
		String page() {
			return "page";
		}

		@PostMapping(path = "/crisp/webhook", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
		String form() {
			return "form";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AllPathsRoute {

		@Bean
		RouterFunction<ServerResponse> route() {
			return RouterFunctions.route()
				.path("/**", (all) -> all.GET(AllPathsRoute::respond).POST(AllPathsRoute::respond))
				.build();
		}

		private static Mono<ServerResponse> respond(ServerRequest request) {
			return ServerResponse.ok().bodyValue("route");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StoppedClock {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.ofEpochMilli(1000000000000L), ZoneOffset.UTC);
		}

	}

}
