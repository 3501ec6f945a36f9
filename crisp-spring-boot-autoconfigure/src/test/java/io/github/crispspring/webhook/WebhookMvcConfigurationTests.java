package io.github.crispspring.webhook;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.time.Duration;

import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurationSupport;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint in applications that configure Spring MVC for all their
 * controllers and filters.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookMvcConfigurationTests {

	@ParameterizedTest
	@ValueSource(classes = { FailingAdvice.class, AllPathsRoute.class, PathPrefix.class, RejectingInterceptor.class,
			ConfigurationSupport.class })
	void webhookDoesNotDependOnConfigurationOfControllers(Class<?> configuration) throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { configuration })) {
			server.application().handling = Mono.delay(Duration.ofMillis(100)).then();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "spring.mvc.apiversion.use.path-segment=0", "spring.mvc.apiversion.use.header=API-Version" })
	void webhookRequiresNoApiVersion(String property) throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[0], property,
				"spring.mvc.apiversion.required=true", "spring.mvc.apiversion.supported=1")) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void malformedMultipartRequestIsRejectedWithOwnConfigurationSupport() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { ConfigurationSupport.class })) {
			HttpResponse<String> response = server.send("/crisp/webhook",
					(request) -> request.setHeader("Content-Type", "multipart/form-data")
						.POST(BodyPublishers.ofString("malformed")));
			assertThat(response.statusCode()).isEqualTo(415);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "TOMCAT", "JETTY" })
	void threadWaitsForListenerIfFilterDoesNotSupportAsynchronousRequests(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { SynchronousFilter.class })) {
			server.application().handling = Mono.delay(Duration.ofMillis(300)).then();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(1);
		}
	}

	@Test
	void threadWaitsNoLongerThanAcknowledgementTimeout() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { SynchronousFilter.class },
				"crisp.webhook.acknowledge-timeout=100ms")) {
			Sinks.Empty<Void> handled = Sinks.empty();
			server.application().handling = handled.asMono();
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(202);
			// The shutdown waits for the event
			handled.tryEmitEmpty();
		}
	}

	@Test
	void failureOfControllerWithSamePathIsNotChanged(CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { FailingPage.class })) {
			HttpResponse<String> response = server.send("/crisp/webhook", (request) -> request.GET());
			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(response.body()).doesNotContain("Retry later");
		}
		assertThat(output).doesNotContain("A webhook did not reach the endpoint");
	}

	@Test
	void methodThatControllerWithSamePathDoesNotSupportIsRejected() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { FailingPage.class })) {
			assertThat(server.send("/crisp/webhook", (request) -> request.DELETE()).statusCode()).isEqualTo(405);
		}
	}

	@Test
	void mappingIsListedByActuator() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[0],
				"management.endpoints.web.exposure.include=mappings")) {
			assertThat(server.send("/actuator/mappings", (request) -> request.GET()).body())
				.contains("{\"handler\":\"Crisp webhook endpoint\",\"predicate\":\"/crisp/webhook\"}");
		}
	}

	@Test
	void endpointIsAvailableToMockMvc() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[] { Mock.class })) {
			server.application().handling = Mono.delay(Duration.ofMillis(100)).then();
			MockMvc mvc = server.bean(MockMvc.class);
			byte[] webhook = WebhookServer.webhook();
			String now = Long.toString(WebhookApplication.NOW.toEpochMilli());
			MvcResult suspended = mvc
				.perform(MockMvcRequestBuilders.post("/crisp/webhook")
					.contentType(MediaType.APPLICATION_JSON)
					.content(webhook)
					.header("X-Crisp-Request-Timestamp", now)
					.header("X-Crisp-Signature", new CrispSignature(WebhookServer.SECRET).sign(now, webhook)))
				.andReturn();
			suspended.getAsyncResult(WaitLimit.DURATION.toMillis());
			mvc.perform(MockMvcRequestBuilders.asyncDispatch(suspended))
				.andExpect(MockMvcResultMatchers.status().isOk());
			assertThat(server.application().events).hasSize(1);
		}
	}

	@ControllerAdvice
	static class FailingAdvice {

		@ModelAttribute("user")
		String user(Principal principal) {
			return principal.getName();
		}

		@ExceptionHandler(Exception.class)
		ResponseEntity<String> error(Exception ex) {
			return ResponseEntity.ok("Something failed");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AllPathsRoute {

		@Bean
		RouterFunction<ServerResponse> route() {
			return RouterFunctions.route().POST("/**", (request) -> ServerResponse.ok().build()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PathPrefix implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.addPathPrefix("/api", (type) -> true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RejectingInterceptor implements WebMvcConfigurer {

		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new HandlerInterceptor() {

				@Override
				public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
					return false;
				}

			});
		}

	}

	@Configuration
	static class ConfigurationSupport extends WebMvcConfigurationSupport {

	}

	@Configuration(proxyBeanMethods = false)
	static class SynchronousFilter {

		@Bean
		FilterRegistrationBean<Filter> synchronousFilter() {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
					(request, response, chain) -> chain.doFilter(request, response));
			// As by default with @WebFilter and in web.xml
			registration.setAsyncSupported(false);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mock {

		@Bean
		@Lazy
		MockMvc mockMvc(WebApplicationContext context) {
			return MockMvcBuilders.webAppContextSetup(context).build();
		}

	}

	@RestController
	static class FailingPage {

		@GetMapping("/crisp/webhook")
		String page() {
			throw new IllegalStateException("The page failed");
		}

	}

}
