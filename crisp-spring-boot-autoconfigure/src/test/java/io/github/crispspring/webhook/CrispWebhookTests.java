package io.github.crispspring.webhook;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.UnknownEvent;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the endpoint on Tomcat, Jetty and Netty.
 */
@ParameterizedClass
@EnumSource
@ExtendWith(OutputCaptureExtension.class)
class CrispWebhookTests {

	private static final int MAX_BODY_SIZE = 1024 * 1024;

	private static WebhookServer server;

	private final Kind kind;

	CrispWebhookTests(Kind kind) {
		this.kind = kind;
	}

	@BeforeParameterizedClassInvocation
	static void start(Kind kind) {
		// The timeout of the application's own requests must not affect webhooks
		server = WebhookServer.start(kind, new Class<?>[0], "spring.mvc.async.request-timeout=1ms",
				"spring.codec.max-in-memory-size=1KB", "logging.level.io.github.crispspring=trace");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	/**
	 * The level would otherwise apply to the next class too.
	 */
	@AfterAll
	static void resetLogLevel() {
		LoggingSystem.get(CrispWebhookTests.class.getClassLoader()).setLogLevel("io.github.crispspring", null);
	}

	@BeforeEach
	void reset() {
		server.application().reset();
	}

	@Test
	void expectedServerIsTested() {
		assertThat(server.server()).startsWithIgnoringCase(this.kind.name());
	}

	@Test
	void signedEventIsHandled() throws Exception {
		Instant before = Instant.now();
		byte[] body = new ClassPathResource("webhook/message.send.json").getContentAsByteArray();
		HttpResponse<String> response = server.send(body);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
		assertThat(response.headers().firstValue("Content-Length")).hasValue("0");
		CrispApplicationEvent<?> event = server.application().events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
		assertThat(event.getPayload()).isInstanceOfSatisfying(MessageSend.class,
				(message) -> assertThat(message.fingerprint()).isEqualTo(163239614854320L));
		assertThat(event.getDelivery().occurredAt()).isEqualTo("2021-09-23T11:22:28.743Z");
		assertThat(event.getDelivery().receivedAt()).isBetween(before, Instant.now());
		assertThat(event.getDelivery().attempt()).isEqualTo(3);
	}

	@Test
	void anyConfiguredSecretIsAccepted() throws Exception {
		byte[] body = WebhookServer.webhook();
		assertHandled(server.send("/crisp/webhook",
				(request) -> WebhookServer.signed(body)
					.apply(request)
					.setHeader("X-Crisp-Signature", new CrispSignature("old secret").sign("1632396148800", body))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "key=swordfish%20%26%20chips", "key=swordfish+%26+chips", "a=b&key=swordfish+%26+chips" })
	void unsignedEventWithKeyIsHandled(String query) throws Exception {
		assertHandled(server.send("/crisp/webhook?" + query, WebhookServer.unsigned(WebhookServer.webhook())));
	}

	@Test
	void unknownEventIsHandled() throws Exception {
		assertThat(server.send(bytes("{\"event\":\"moon:landed\",\"data\":{\"stars\":5}}")).statusCode())
			.isEqualTo(200);
		assertThat(server.application().events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS).getPayload())
			.isInstanceOf(UnknownEvent.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-9000000000000000", "1e300", "-1e300", "99999999999999999999", "\"soon\"", "{}", "true" })
	void eventWithInvalidTimestampIsHandled(String timestamp) throws Exception {
		assertThat(server.send(bytes("{\"event\":\"moon:landed\",\"data\":{},\"timestamp\":%s}".formatted(timestamp)))
			.statusCode()).isEqualTo(200);
		assertThat(server.application().events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS).getDelivery().occurredAt())
			.isNull();
	}

	@Test
	void timestampOfEventMayHaveDecimals() throws Exception {
		assertThat(server.send(bytes("{\"event\":\"moon:landed\",\"data\":{},\"timestamp\":1700000000000.5}"))
			.statusCode()).isEqualTo(200);
		assertThat(server.application().events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS).getDelivery().occurredAt())
			.isEqualTo("2023-11-14T22:13:20Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json;charset=UTF-8", "APPLICATION/JSON ; charset=\"iso-8859-1\"",
			"application/json; charset=no-such-charset", "application/json;" })
	void jsonWithAnyCharsetIsAccepted(String type) throws Exception {
		assertHandled(server.send("/crisp/webhook", WebhookServer.signed(WebhookServer.webhook())
			.andThen((request) -> request.setHeader("Content-Type", type))::apply));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "7d900513050cdd5068cee14a42ede8e230b942d046074e4826ce7e244671599d", "zz" })
	void wrongSignatureIsRejected(String signature) throws Exception {
		assertUnauthorized(server.send("/crisp/webhook", signedWith(signature)));
	}

	@Test
	void truncatedSignatureIsRejected() throws Exception {
		byte[] body = WebhookServer.webhook();
		String signature = new CrispSignature(WebhookServer.SECRET).sign("1632396148800", body);
		assertUnauthorized(server.send("/crisp/webhook",
				WebhookServer.signed(body)
					.andThen((request) -> request.setHeader("X-Crisp-Signature",
							signature.substring(0, signature.length() - 1)))::apply));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?key", "?key=", "?key=kez", "?KEY=swordfish+%26+chips", "?key=swordfish",
			"?keys=swordfish+%26+chips", "?key=kez&key=swordfish+%26+chips" })
	void requestWithoutSignatureAndKeyIsRejected(String query) throws Exception {
		assertUnauthorized(server.send("/crisp/webhook" + query, WebhookServer.unsigned(WebhookServer.webhook())));
	}

	@Test
	void wrongSignatureIsRejectedEvenWithKey() throws Exception {
		assertUnauthorized(server.send("/crisp/webhook?key=swordfish+%26+chips", signedWith("aa")));
	}

	@Test
	void keyInFormBodyIsIgnored() throws Exception {
		assertRejected(
				server.send("/crisp/webhook",
						(request) -> request.setHeader("Content-Type", "application/x-www-form-urlencoded")
							.POST(BodyPublishers.ofString("key=swordfish+%26+chips"))),
				415, "Unsupported Media Type", "Only application/json is supported.");
	}

	@Test
	void modifiedBodyIsRejected() throws Exception {
		byte[] body = WebhookServer.webhook();
		byte[] truncated = Arrays.copyOf(body, body.length - 2);
		assertUnauthorized(server.send("/crisp/webhook", WebhookServer.signed(body)
			.andThen((request) -> request.POST(BodyPublishers.ofByteArray(truncated)))::apply));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1632392548801", "1632399748799", "1632392549", "1632399748" })
	void timestampWithinToleranceIsAccepted(String timestamp) throws Exception {
		assertHandled(server.send("/crisp/webhook", WebhookServer.signed(WebhookServer.webhook(), timestamp)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1632392548799", "1632399748801", "1632392548", "1632399749", "0", "-1632396148800",
			"1632396148800.0", "16323961488e2", "99999999999999999999", "now" })
	void timestampOutsideToleranceIsRejected(String timestamp) throws Exception {
		assertUnauthorized(server.send("/crisp/webhook", WebhookServer.signed(WebhookServer.webhook(), timestamp)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not json", "{", "[]", "7", "null", "{}", "{\"event\":\"message:send\"}",
			"{\"event\":{},\"data\":{}}", "{\"data\":{}}", "{\"event\":\"a\",\"data\":{}} {}" })
	void bodyThatIsNotAnEventIsMalformed(String body) throws Exception {
		assertRejected(server.send(bytes(body)), 400, "Bad Request", "The body is not a Crisp event.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW" })
	void otherMethodIsNotAllowed(String verb) throws Exception {
		HttpResponse<String> response = server.send("/crisp/webhook?key=swordfish+%26+chips",
				(request) -> request.method(verb, BodyPublishers.noBody()));
		assertRejected(response, 405, "Method Not Allowed", "Only POST is supported.");
		assertThat(response.headers().allValues("Allow")).containsExactly("POST");
	}

	@Test
	void headIsNotAllowed() throws Exception {
		HttpResponse<String> response = server.send("/crisp/webhook",
				(request) -> request.method("HEAD", BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/octet-stream", "application/x-www-form-urlencoded",
			"application/jsonp", "json", "" })
	void otherMediaTypeIsNotSupported(String type) throws Exception {
		HttpResponse<String> response = server.send("/crisp/webhook", WebhookServer.signed(WebhookServer.webhook())
			.andThen((request) -> request.setHeader("Content-Type", type))::apply);
		assertRejected(response, 415, "Unsupported Media Type", "Only application/json is supported.");
		assertThat(response.headers().firstValue("Accept")).hasValue("application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/form-data; boundary=b", "multipart/mixed; boundary=\"" })
	void multipartIsNotSupported(String type) throws Exception {
		assertThat(server.sendRaw(bytes("""
				POST /crisp/webhook HTTP/1.1\r
				Host: localhost\r
				Content-Type: %s\r
				Content-Length: 10\r
				Connection: close\r
				\r
				0123456789""".formatted(type)))).startsWith("HTTP/1.1 415 ")
			.contains(problem(415, "Unsupported Media Type", "Only application/json is supported."));
	}

	@Test
	void bodyOfMaximumSizeIsAccepted() throws Exception {
		assertHandled(server.send(padded(MAX_BODY_SIZE)));
		assertHandled(server.send("/crisp/webhook", chunked(padded(MAX_BODY_SIZE))));
	}

	@Test
	void largerBodyIsRejected() throws Exception {
		byte[] body = padded(MAX_BODY_SIZE + 1);
		assertTooLarge("Content-Length: " + body.length, body);
	}

	@Test
	void chunkedLargerBodyIsRejected() throws Exception {
		String body = new String(padded(MAX_BODY_SIZE + 1), StandardCharsets.UTF_8);
		assertTooLarge("Transfer-Encoding: chunked", bytes("%x\r\n%s\r\n0\r\n\r\n".formatted(body.length(), body)));
	}

	@Test
	void responseDoesNotDependOnAcceptHeader() throws Exception {
		assertUnauthorized(server.send("/crisp/webhook", WebhookServer.unsigned(WebhookServer.webhook())
			.andThen((request) -> request.header("Accept", "no media type"))::apply));
		assertUnauthorized(server.send("/crisp/webhook", WebhookServer.unsigned(WebhookServer.webhook())
			.andThen((request) -> request.header("Accept", "application/xml"))::apply));
	}

	@Test
	void failedEventIsHandledWhenRedelivered() throws Exception {
		byte[] body = WebhookServer.webhook();
		server.application().handling = Mono.error(new IllegalStateException("listener failed"));
		assertThat(server.send(body)).satisfies((response) -> {
			assertThat(response.statusCode()).isEqualTo(500);
			assertThat(response.body())
				.isEqualTo(problem(500, "Internal Server Error", "The event could not be handled. Retry later."));
		});
		server.application().reset();
		assertHandled(server.send(body));
	}

	@Test
	void handledEventIsNotHandledAgain() throws Exception {
		byte[] body = WebhookServer.webhook();
		assertHandled(server.send(body));
		assertThat(server.send(body).statusCode()).isEqualTo(200);
		assertThat(server.send("/crisp/webhook", WebhookServer.signed(body, "1632396149")).statusCode()).isEqualTo(200);
		assertThat(server.application().events).isEmpty();
	}

	@Test
	void redeliveryWaitsWhileEventIsBeingHandled() throws Exception {
		byte[] body = WebhookServer.webhook();
		Sinks.Empty<Void> end = Sinks.empty();
		server.application().handling = end.asMono();
		CompletableFuture<HttpResponse<String>> first = server.sendAsync(body);
		CompletableFuture<HttpResponse<String>> second = server.sendAsync(body);
		await().until(() -> end.currentSubscriberCount() == 1);
		end.tryEmitEmpty();
		assertThat(first.get(WaitLimit.SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
		assertThat(second.get(WaitLimit.SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
		assertThat(server.application().events).hasSize(1);
	}

	@Test
	void secretsAreNotLogged(CapturedOutput output) throws Exception {
		byte[] body = WebhookServer.webhook();
		server.send(body);
		server.send("/crisp/webhook?key=swordfish+%26+chips", WebhookServer.unsigned(body));
		server.send("/crisp/webhook?key=swordfisx", WebhookServer.unsigned(body));
		server.send("/crisp/webhook", signedWith("aabbccdd"));
		assertThat(output.getAll()).contains("Webhook rejected with status 401")
			.doesNotContain("swordfis", WebhookServer.SECRET, "aabbccdd",
					new CrispSignature(WebhookServer.SECRET).sign("1632396148800", body));
	}

	private static UnaryOperator<HttpRequest.Builder> signedWith(String signature) {
		return (request) -> WebhookServer.signed(WebhookServer.webhook())
			.apply(request)
			.setHeader("X-Crisp-Signature", signature);
	}

	private static UnaryOperator<HttpRequest.Builder> chunked(byte[] body) {
		return (request) -> WebhookServer.signed(body)
			.apply(request)
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
	}

	private static byte[] padded(int size) {
		byte[] body = Arrays.copyOf(WebhookServer.webhook(), size);
		for (int i = body.length - 1; body[i] == 0; i--) {
			body[i] = ' ';
		}
		return body;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The server responds before it has read the whole body, so an ordinary client may
	 * fail to send it and never read the response.
	 */
	private void assertTooLarge(String length, byte[] body) throws Exception {
		byte[] head = bytes("""
				POST /crisp/webhook HTTP/1.1\r
				Host: localhost\r
				Content-Type: application/json\r
				X-Crisp-Request-Timestamp: 1632396148800\r
				X-Crisp-Signature: %s\r
				%s\r
				Connection: close\r
				\r
				""".formatted("0".repeat(64), length));
		byte[] request = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, request, head.length, body.length);
		assertThat(server.sendRaw(request)).startsWith("HTTP/1.1 413 ")
			.contains(problem(413, "Content Too Large", "The body is too large."));
		assertThat(server.application().events).isEmpty();
	}

	private void assertHandled(HttpResponse<String> response) throws InterruptedException {
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(server.application().events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).isNotNull();
	}

	private void assertUnauthorized(HttpResponse<String> response) {
		assertRejected(response, 401, "Unauthorized", "The request could not be verified.");
	}

	private void assertRejected(HttpResponse<String> response, int status, String title, String detail) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).isEqualTo(problem(status, title, detail));
		assertThat(server.application().events).isEmpty();
	}

	private static String problem(int status, String title, String detail) {
		return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, status, detail);
	}

}
