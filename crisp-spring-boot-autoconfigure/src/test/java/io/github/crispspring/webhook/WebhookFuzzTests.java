package io.github.crispspring.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.WaitLimit;
import io.github.crispspring.webhook.WebhookServer.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with randomly modified requests: only signed requests are accepted, no request
 * causes an unexpected failure, and nothing of a rejected request is stored.
 */
@Tag("long")
class WebhookFuzzTests {

	private static final String SECRET = "secret";

	private static final String NOW = Long.toString(WebhookApplication.NOW.toEpochMilli());

	private final AtomicInteger published = new AtomicInteger();

	private final Set<String> remembered = ConcurrentHashMap.newKeySet();

	private final CrispWebhookReceiver receiver = receiver();

	@ParameterizedTest
	@ValueSource(strings = { "message.send", "message.updated", "message.removed" })
	void modifiedRequestIsRejected(String webhook) throws Exception {
		byte[] body = webhook(webhook);
		String signature = new CrispSignature(SECRET).sign(NOW, body);
		Mutator mutator = new Mutator(webhook.hashCode());
		for (int i = 0; i < 10_000; i++) {
			WebhookRequest request = switch (mutator.next(4)) {
				case 0 -> request(mutator.mutate(body), signature, NOW, null);
				case 1 -> request(body, mutator.mutate(signature), NOW, null);
				case 2 -> request(body, signature, mutator.mutate(NOW), null);
				default -> request(body, null, NOW, mutator.mutate("key=the key"));
			};
			WebhookResponse response = response(request);
			if (!isIntact(request, body, signature)) {
				assertThat(response).as("request %d", i).isEqualTo(WebhookResponse.UNVERIFIED);
				assertThat(this.published).hasValue(0);
				assertThat(this.remembered).isEmpty();
			}
			this.published.set(0);
			this.remembered.clear();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "message.send", "message.updated", "message.removed", "message.received",
			"session.request.initiated" })
	void signedRequestNeverFailsUnexpectedly(String webhook) throws Exception {
		byte[] body = webhook(webhook);
		CrispSignature signature = new CrispSignature(SECRET);
		Mutator mutator = new Mutator(webhook.hashCode());
		for (int i = 0; i < 10_000; i++) {
			byte[] mutated = mutator.mutate(body);
			WebhookResponse response = response(request(mutated, signature.sign(NOW, mutated), NOW, null));
			assertThat(response).as(() -> new String(mutated, StandardCharsets.UTF_8))
				.isIn(WebhookResponse.HANDLED, WebhookResponse.MALFORMED);
		}
		assertThat(this.published.get()).isGreaterThan(100);
	}

	/**
	 * The server may close the connection or reject the version or the encoding of the
	 * request, but must not respond with an error of its own.
	 */
	@ParameterizedTest
	@EnumSource
	void arbitraryBytesDoNotFailServer(Kind kind) throws Exception {
		try (WebhookServer server = WebhookServer.start(kind, new Class<?>[0])) {
			byte[] body = webhook("message.send");
			byte[] request = """
					POST /crisp/webhook?key=wrong HTTP/1.1\r
					Host: localhost\r
					Content-Type: application/json\r
					X-Crisp-Request-Timestamp: %s\r
					X-Crisp-Signature: %s\r
					X-Delivery-Attempt-Count: 1\r
					Content-Length: %d\r
					Connection: close\r
					\r
					%s"""
				.formatted(NOW, new CrispSignature(WebhookServer.SECRET).sign(NOW, body), body.length,
						new String(body, StandardCharsets.UTF_8))
				.getBytes(StandardCharsets.UTF_8);
			Mutator mutator = new Mutator(42);
			for (int i = 0; i < 2_000; i++) {
				assertNoError(server, mutator.mutate(request));
			}
			assertThat(server.application().events).as("signed events only")
				.hasSizeLessThanOrEqualTo(1)
				.allSatisfy((event) -> assertThat(event.getDelivery().raw())
					.isEqualTo(CrispJson.mapper().readTree(body).get("data")));
		}
	}

	private static void assertNoError(WebhookServer server, byte[] request) {
		try {
			assertThat(server.sendRaw(request)).doesNotContainPattern("^HTTP/1.. 50[02346789]");
		}
		catch (IOException ex) {
			// The connection was reset
		}
	}

	@Test
	void mutationsChangeMostRequests() throws Exception {
		byte[] body = webhook("message.send");
		Mutator mutator = new Mutator(1);
		int unchanged = 0;
		for (int i = 0; i < 1000; i++) {
			unchanged += Arrays.equals(mutator.mutate(body), body) ? 1 : 0;
		}
		assertThat(unchanged).isLessThan(500);
	}

	private boolean isIntact(WebhookRequest request, byte[] body, String signature) {
		if (request.signature() == null) {
			return "the key".equals(request.key());
		}
		return Arrays.equals(request.body().read().block(WaitLimit.DURATION).bytes(), body)
				&& NOW.equals(request.timestamp()) && signature.equalsIgnoreCase(request.signature());
	}

	private WebhookResponse response(WebhookRequest request) {
		return this.receiver.receive(request).response().block(WaitLimit.DURATION);
	}

	private static WebhookRequest request(byte[] body, String signature, String timestamp, String query) {
		return WebhookRequest.of("POST", (header) -> switch (header) {
			case "Content-Type" -> "application/json";
			case "X-Crisp-Signature" -> signature;
			case "X-Crisp-Request-Timestamp" -> timestamp;
			default -> null;
		}, query, () -> Mono.just(WebhookBody.of(body, body.length)));
	}

	private CrispWebhookReceiver receiver() {
		Clock clock = Clock.fixed(WebhookApplication.NOW, ZoneOffset.UTC);
		CrispEventDispatcher dispatcher = CrispEventDispatcher
			.builder((event) -> this.published.incrementAndGet(), (key) -> {
				this.remembered.add(key);
				return Mono.just(new Unremembered());
			})
			.concurrency(1)
			.queueCapacity(1)
			.build();
		return new CrispWebhookReceiver(
				new CrispWebhookVerifier(List.of(SECRET), "the key", Duration.ofHours(1), clock),
				new CrispEventReader(), dispatcher, CrispAcknowledgement.AFTER_HANDLING, WaitLimit.DURATION, clock);
	}

	private static byte[] webhook(String name) throws IOException {
		return new ClassPathResource("webhook/" + name + ".json").getContentAsByteArray();
	}

	private static final class Unremembered implements CrispEventDeduplicator.Claim {

		@Override
		public Mono<Void> complete() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> release() {
			return Mono.empty();
		}

	}

}
