package io.github.crispspring.webhook;

import java.net.http.HttpResponse;
import java.util.List;

import io.github.crispspring.webhook.WebhookServer.Kind;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.CharSequenceEncoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.ContentCachingRequestWrapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint in applications with their own web configuration.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookSetupTests {

	@ParameterizedTest
	@EnumSource
	void pathIsRelativeToContextPath(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "server.servlet.context-path=/app",
				"spring.webflux.base-path=/app", "crisp.webhook.path=/hooks/crisp")) {
			assertThat(server.send("/app/hooks/crisp", WebhookServer.signed(WebhookServer.webhook())).statusCode())
				.isEqualTo(200);
			assertThat(server.send("/hooks/crisp", WebhookServer.signed(WebhookServer.webhook())).statusCode())
				.isEqualTo(404);
		}
	}

	@Test
	void pathIsRelativeToServletPath() throws Exception {
		try (WebhookServer server = WebhookServer.start(Kind.TOMCAT, new Class<?>[0],
				"spring.mvc.servlet.path=/servlet")) {
			assertThat(
					server.send("/servlet/crisp/webhook", WebhookServer.signed(WebhookServer.webhook())).statusCode())
				.isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "TOMCAT, io.github.crispspring.webhook.WebhookSetupTests$CachingFilter",
			"JETTY, io.github.crispspring.webhook.WebhookSetupTests$CachingFilter",
			"TOMCAT, io.github.crispspring.webhook.WebhookSetupTests$RepeatingFilter",
			"JETTY, io.github.crispspring.webhook.WebhookSetupTests$RepeatingFilter",
			"NETTY, io.github.crispspring.webhook.WebhookSetupTests$RepeatingWebFilter" })
	void bodyReadByFilterIsVerified(Kind kind, Class<?> filter) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { filter })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			assertThat(server.application().events).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "TOMCAT, io.github.crispspring.webhook.WebhookSetupTests$ConsumingFilter",
			"JETTY, io.github.crispspring.webhook.WebhookSetupTests$ConsumingFilter",
			"TOMCAT, io.github.crispspring.webhook.WebhookSetupTests$ReadingFilter",
			"JETTY, io.github.crispspring.webhook.WebhookSetupTests$ReadingFilter",
			"NETTY, io.github.crispspring.webhook.WebhookSetupTests$ConsumingWebFilter" })
	void bodyConsumedByFilterIsRejectedAndLogged(Kind kind, Class<?> filter, CapturedOutput output) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { filter })) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(401);
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(401);
			assertThat(output.getOut()).containsOnlyOnce("a filter has already read it");
			assertThat(server.application().events).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void responseDoesNotDependOnWebConfigurationOfApplication(Kind kind) throws Exception {
		Class<?> hostile = (kind != Kind.NETTY) ? HostileMvc.class : HostileWebFlux.class;
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[] { hostile },
				"spring.mvc.problemdetails.enabled=false", "spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
				"spring.jackson.serialization.indent-output=true",
				"spring.jackson.default-property-inclusion=non-empty")) {
			assertThat(server.send(WebhookServer.webhook()).statusCode()).isEqualTo(200);
			HttpResponse<String> response = server.send("/crisp/webhook",
					WebhookServer.unsigned(WebhookServer.webhook()));
			assertThat(response.statusCode()).isEqualTo(401);
			assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
			assertThat(response.body()).isEqualTo(
					"{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"The request could not be verified.\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TOMCAT", "JETTY", "NETTY" })
	void toleranceOfZeroAcceptsAnyTimestamp(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0], "crisp.webhook.timestamp-tolerance=0")) {
			assertThat(server.send("/crisp/webhook", WebhookServer.signed(WebhookServer.webhook(), "1")).statusCode())
				.isEqualTo(200);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class CachingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				ContentCachingRequestWrapper caching = new ContentCachingRequestWrapper((HttpServletRequest) request,
						1024 * 1024);
				caching.getInputStream().readAllBytes();
				chain.doFilter(new HttpServletRequestWrapper(caching), response);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RepeatingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				byte[] body = request.getInputStream().readAllBytes();
				chain.doFilter(new RepeatableRequest((HttpServletRequest) request, body), response);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConsumingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				request.getInputStream().readNBytes(10);
				StreamUtils.drain(request.getInputStream());
				chain.doFilter(request, response);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReadingFilter {

		@Bean
		Filter filter() {
			return (request, response, chain) -> {
				request.getReader().readLine();
				chain.doFilter(request, response);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RepeatingWebFilter {

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> DataBufferUtils.join(exchange.getRequest().getBody()).flatMap((buffer) -> {
				byte[] body = new byte[buffer.readableByteCount()];
				buffer.read(body);
				DataBufferUtils.release(buffer);
				return chain.filter(exchange.mutate().request(new ServerHttpRequestDecorator(exchange.getRequest()) {

					@Override
					public Flux<DataBuffer> getBody() {
						return Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
					}

				}).build());
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConsumingWebFilter {

		@Bean
		WebFilter filter() {
			return (exchange, chain) -> exchange.getRequest()
				.getBody()
				.doOnNext(DataBufferUtils::release)
				.then(chain.filter(exchange));
		}

	}

	/**
	 * Only a converter for text, an envelope around every body, and a handler for all
	 * exceptions.
	 */
	@ControllerAdvice
	static class HostileMvc implements WebMvcConfigurer, ResponseBodyAdvice<Object> {

		@Override
		public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
			builder.configureMessageConvertersList(List::clear);
		}

		@Override
		public boolean supports(MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
			return true;
		}

		@Override
		public Object beforeBodyWrite(Object body, MethodParameter type, MediaType mediaType,
				Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
				ServerHttpResponse response) {
			return "changed";
		}

		@ExceptionHandler
		void handle(Exception ex, HttpServletResponse response) {
			response.setStatus(418);
		}

	}

	@ControllerAdvice
	static class HostileWebFlux implements WebFluxConfigurer {

		@Override
		public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
			configurer.registerDefaults(false);
			configurer.customCodecs().register(CharSequenceEncoder.allMimeTypes());
		}

	}

}
