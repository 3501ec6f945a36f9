package io.github.crispspring.webhook;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import io.github.crispspring.readme.ReactiveSecurity;
import io.github.crispspring.readme.ServletSecurity;
import io.github.crispspring.webhook.WebhookServer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the endpoint with Spring Security, configured as in the README.
 */
@ParameterizedClass
@EnumSource
class WebhookSecurityTests {

	static final String JETTY_ONLY = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.jetty.autoconfigure.reactive.JettyReactiveWebServerAutoConfiguration,"
			+ "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration";

	private static WebhookServer server;

	private static WebhookServer proxied;

	private static WebhookServer serverWithoutWebhook;

	WebhookSecurityTests(Kind kind) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Kind kind) {
		Class<?>[] security = { (kind != Kind.NETTY) ? ServletSecurity.class : ReactiveSecurity.class };
		server = WebhookServer.start(kind, security, JETTY_ONLY, "crisp.webhook.path=/hooks/crisp",
				"server.servlet.context-path=/app", "spring.webflux.base-path=/app");
		proxied = WebhookServer.start(kind, security, JETTY_ONLY, "server.forward-headers-strategy=framework");
		serverWithoutWebhook = WebhookServer.start(kind, ApplicationWithoutWebhook.class, security, JETTY_ONLY,
				"crisp.enabled=false");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
		proxied.close();
		serverWithoutWebhook.close();
	}

	@Test
	void signedWebhookIsPermitted() throws Exception {
		assertThat(server.send("/app/hooks/crisp", WebhookServer.signed(WebhookServer.webhook())).statusCode())
			.isEqualTo(200);
	}

	@Test
	void webhookWithKeyIsPermitted() throws Exception {
		byte[] webhook = WebhookServer.webhook();
		assertThat(
				server.send("/app/hooks/crisp?key=swordfish+%26+chips", WebhookServer.unsigned(webhook)).statusCode())
			.isEqualTo(200);
	}

	@Test
	void webhookForwardedByProxyIsPermitted() throws Exception {
		HttpResponse<String> response = proxied.send("/crisp/webhook",
				(request) -> WebhookServer.signed(WebhookServer.webhook())
					.apply(request)
					.header("X-Forwarded-Proto", "https")
					.header("X-Forwarded-Host", "example.com")
					.header("X-Forwarded-Prefix", "/outside"));
		assertThat(response.statusCode()).isEqualTo(200);
	}

	@Test
	void unverifiedWebhookIsRejectedByEndpoint() throws Exception {
		HttpResponse<String> response = server.send("/app/hooks/crisp",
				WebhookServer.unsigned(WebhookServer.webhook()));
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("The request could not be verified.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/hooks/crisp/", "/app/hooks/crisp/more", "/app/hooks", "/app/crisp/webhook",
			"/app/hooks/crispy", "/app/HOOKS/crisp" })
	void otherPathIsNotPermitted(String path) throws Exception {
		assertNotLetThrough(server.send(path, WebhookServer.signed(WebhookServer.webhook())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH", "DELETE" })
	void otherMethodIsNotPermitted(String verb) throws Exception {
		assertNotLetThrough(
				server.send("/app/hooks/crisp", (request) -> request.method(verb, BodyPublishers.ofString("{}"))));
	}

	@Test
	void nothingIsPermittedWithoutEndpoint() throws Exception {
		assertNotLetThrough(serverWithoutWebhook.send(WebhookServer.webhook()));
	}

	/**
	 * Forbidden, or redirected to the login page.
	 */
	private static void assertNotLetThrough(HttpResponse<String> response) {
		assertThat(response.statusCode()).isIn(403, 302);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ApplicationWithoutWebhook {

	}

}
