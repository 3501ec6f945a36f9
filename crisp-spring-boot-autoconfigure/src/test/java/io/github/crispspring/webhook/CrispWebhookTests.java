package io.github.crispspring.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.listener.CrispDuplicates;
import io.github.crispspring.listener.CrispListener;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint, on a real Tomcat and on a real Netty.
 */
@ParameterizedClass
@EnumSource(names = { "SERVLET", "REACTIVE" })
class CrispWebhookTests {

	private static final String TIMESTAMP = "1632396148800";

	private final HttpClient http = HttpClient.newHttpClient();

	private static ConfigurableApplicationContext context;

	private final WebApplicationType type;

	CrispWebhookTests(WebApplicationType type) {
		this.type = type;
	}

	@BeforeParameterizedClassInvocation
	static void start(WebApplicationType type) {
		context = new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "crisp.webhook.secrets=old-secret,secret", "crisp.webhook.key=key",
					"crisp.webhook.acknowledge-timeout=1s", "spring.main.banner-mode=off")
			.run();
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		context.close();
	}

	@BeforeEach
	void reset() {
		application().events.clear();
		application().failure = null;
		application().slow = Mono.empty();
	}

	@Test
	void serverIsTheOneOfTheStack() {
		String server = ((WebServerApplicationContext) context).getWebServer().getClass().getSimpleName();
		assertThat(server).isEqualTo((this.type == WebApplicationType.SERVLET) ? "TomcatWebServer" : "NettyWebServer");
	}

	@Test
	void signedEventReachesTheListener() throws Exception {
		assertThat(send(hook("message.send")).statusCode()).isEqualTo(200);
		CrispApplicationEvent<?> event = application().events.poll(5, TimeUnit.SECONDS);
		assertThat(event.getPayload()).isInstanceOfSatisfying(MessageSend.class,
				(message) -> assertThat(message.fingerprint()).isEqualTo(163239614854320L));
		assertThat(event.getDelivery().occurredAt()).isEqualTo("2021-09-23T11:22:28.743Z");
		assertThat(event.getDelivery().attempt()).isEqualTo(3);
	}

	@Test
	void unsignedEventWithTheKeyReachesTheListener() throws Exception {
		HttpResponse<String> response = send(hook("message.send"), "?key=key", (request) -> request);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(application().events).hasSize(1);
	}

	@Test
	void unknownEventIsAcceptedAndDelivered() throws Exception {
		byte[] body = "{\"event\":\"moon:landed\",\"data\":{\"stars\":5}}".getBytes(StandardCharsets.UTF_8);
		assertThat(send(body).statusCode()).isEqualTo(200);
		assertThat(application().events.poll(5, TimeUnit.SECONDS).getPayload()).isInstanceOf(UnknownEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "7d900513050cdd5068cee14a42ede8e230b942d046074e4826ce7e244671599d", "zz" })
	void wrongSignatureIsRefused(String signature) throws Exception {
		assertRefused(send(hook("message.send"), "", (request) -> request.setHeader("X-Crisp-Signature", signature)));
	}

	@Test
	void truncatedSignatureIsRefused() throws Exception {
		byte[] body = hook("message.send");
		String signature = new CrispSignature("secret").sign(TIMESTAMP, body);
		assertRefused(send(body, "",
				(request) -> request.setHeader("X-Crisp-Signature", signature.substring(0, signature.length() - 1))));
	}

	@Test
	void missingProofIsRefused() throws Exception {
		assertRefused(send(hook("message.send"), "", (request) -> request));
		assertRefused(send(hook("message.send"), "?key=", (request) -> request));
		assertRefused(send(hook("message.send"), "?key=kez", (request) -> request));
	}

	@Test
	void wrongSignatureIsRefusedEvenWithTheKey() throws Exception {
		assertRefused(
				send(hook("message.send"), "?key=key", (request) -> request.setHeader("X-Crisp-Signature", "aa")));
	}

	@Test
	void bodyThatWasChangedIsRefused() throws Exception {
		byte[] body = hook("message.send");
		String signature = new CrispSignature("secret").sign(TIMESTAMP, body);
		byte[] truncated = Arrays.copyOf(body, body.length - 2);
		assertRefused(send(truncated, "", (request) -> request.setHeader("X-Crisp-Signature", signature)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "{", "[]", "7", "null", "{}", "{\"event\":\"message:send\"}",
			"{\"event\":{},\"data\":{}}", "{\"data\":{}}", "{\"event\":\"a\",\"data\":{}} {}" })
	void bodyThatIsNoEventIsMalformed(String body) throws Exception {
		HttpResponse<String> response = send(body.getBytes(StandardCharsets.UTF_8));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(application().events).isEmpty();
	}

	@Test
	void otherVerbIsNotAllowed() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(uri("?key=key")).GET().build();
		assertThat(this.http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
	}

	@Test
	void listenerThatFailsMakesTheDeliveryFail() throws Exception {
		application().failure = new IllegalStateException("listener failed");
		HttpResponse<String> response = send(hook("message.send"));
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.body()).doesNotContain("listener failed");
	}

	@Test
	void listenerThatTakesLongerIsAcknowledgedAsAccepted() throws Exception {
		CountDownLatch slow = new CountDownLatch(1);
		application().slow = Mono.fromCallable(() -> slow.await(30, TimeUnit.SECONDS)).then();
		assertThat(send(hook("message.send")).statusCode()).isEqualTo(202);
		slow.countDown();
	}

	private void assertRefused(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(application().events).isEmpty();
	}

	private HttpResponse<String> send(byte[] body) throws Exception {
		String signature = new CrispSignature("secret").sign(TIMESTAMP, body);
		return send(body, "", (request) -> request.setHeader("X-Crisp-Signature", signature));
	}

	private HttpResponse<String> send(byte[] body, String query, UnaryOperator<HttpRequest.Builder> proof)
			throws Exception {
		BodyPublisher publisher = BodyPublishers.ofByteArray(body);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri(query))
			.header("Content-Type", "application/json")
			.header("X-Crisp-Request-Timestamp", TIMESTAMP)
			.header("X-Delivery-Attempt-Count", "3")
			.POST(publisher);
		return this.http.send(proof.apply(request).build(), BodyHandlers.ofString());
	}

	private URI uri(String query) {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		return URI.create("http://localhost:" + port + "/crisp/webhook" + query);
	}

	private Application application() {
		return context.getBean(Application.class);
	}

	private static byte[] hook(String name) throws Exception {
		return new ClassPathResource("webhook/" + name + ".json").getContentAsByteArray();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final BlockingQueue<CrispApplicationEvent<?>> events = new LinkedBlockingQueue<>();

		volatile RuntimeException failure;

		volatile Mono<Void> slow = Mono.empty();

		/**
		 * The same few hooks are sent by all tests.
		 */
		@Bean
		CrispDuplicates noDuplicates() {
			return (key, handling) -> handling.get();
		}

		@CrispListener
		Mono<Void> on(CrispApplicationEvent<CrispEvent> event) {
			this.events.add(event);
			if (this.failure != null) {
				throw this.failure;
			}
			return this.slow;
		}

	}

}
