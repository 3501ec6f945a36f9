package io.github.crispspring.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.signature.CrispSignature;
import io.github.crispspring.testsupport.Allocation;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that bound the memory allocated for each webhook from its received body to the
 * response, without the server. A bound is a tenth above the measured value.
 */
@Tag("long")
class WebhookAllocationTests {

	private static final String SECRET = "secret";

	private static final String NOW = Long.toString(WebhookApplication.NOW.toEpochMilli());

	private static final String MESSAGE = """
			{"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","event":"message:send","data":{"type":"text",\
			"origin":"chat","content":"Hello Crisp, this is a message from a visitor!","timestamp":1632396148646,\
			"fingerprint":1%06d,"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","session_id":"session_1",\
			"from":"user","user":{"nickname":"visitor607","user_id":"session_1"},"stamped":true},\
			"timestamp":1632396148646}""";

	private final CrispSignature signature = new CrispSignature(SECRET);

	private final CrispEventDispatcher dispatcher = CrispEventDispatcher.builder((event) -> {
	}, new InMemoryCrispEventDeduplicator(100, Duration.ofHours(1), Clock.systemUTC())).build();

	@BeforeEach
	void start() {
		this.dispatcher.start();
	}

	@AfterEach
	void stop() {
		this.dispatcher.destroy();
	}

	@ParameterizedTest
	@CsvSource({ "AFTER_HANDLING, 5810", "ON_RECEIPT, 5340" })
	void webhook(CrispAcknowledgement acknowledgement, long bound) {
		Clock clock = Clock.fixed(WebhookApplication.NOW, ZoneOffset.UTC);
		CrispWebhookReceiver receiver = new CrispWebhookReceiver(
				new CrispWebhookVerifier(List.of(SECRET), null, Duration.ofHours(1), clock), new CrispEventReader(),
				this.dispatcher, acknowledgement, WaitLimit.DURATION, clock);
		long preparing = Allocation.of(this::request);
		long handling = Allocation.of((number) -> {
			WebhookResponse response = receiver.receive(request(number)).response().block();
			assertThat(response == WebhookResponse.HANDLED).isTrue();
			while (this.dispatcher.getPendingCount() > 0) {
				Thread.onSpinWait();
			}
		});
		assertThat(handling - preparing).isLessThan(bound);
	}

	private WebhookRequest request(int number) {
		byte[] body = MESSAGE.formatted(number).getBytes(StandardCharsets.UTF_8);
		String signature = this.signature.sign(NOW, body);
		return WebhookRequest.of("POST", (header) -> switch (header) {
			case "Content-Type" -> "application/json";
			case "X-Crisp-Signature" -> signature;
			case "X-Crisp-Request-Timestamp" -> NOW;
			default -> null;
		}, null, () -> Mono.just(WebhookBody.of(body, body.length)));
	}

}
