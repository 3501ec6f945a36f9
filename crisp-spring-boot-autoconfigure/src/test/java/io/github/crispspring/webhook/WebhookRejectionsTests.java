package io.github.crispspring.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WebhookRejectionsTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

	private final WebhookRejections log = new WebhookRejections(
			((InstantSource) this.now::get).withZone(ZoneOffset.UTC));

	@Test
	void eachReasonIsLoggedAsWarningOncePerMinute(CapturedOutput output) {
		for (int i = 0; i < 1000; i++) {
			this.log.add(WebhookRejection.SIGNATURE);
			this.log.add(WebhookRejection.AGE);
		}
		assertThat(warnings(output)).isEqualTo(2);
		this.now.updateAndGet((time) -> time.plus(Duration.ofMinutes(1)));
		this.log.add(WebhookRejection.SIGNATURE);
		assertThat(warnings(output)).isEqualTo(3);
		assertThat(output.getAll()).contains("Webhook rejected with status 401: the signature is invalid");
	}

	@Test
	void rejectionsAreCountedByReason() {
		this.log.add(WebhookRejection.SIGNATURE);
		this.log.add(WebhookRejection.SIGNATURE);
		assertThat(this.log.counts()).containsEntry("signature", 2L).containsEntry("age", 0L);
	}

	private long warnings(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains("WARN")).count();
	}

}
