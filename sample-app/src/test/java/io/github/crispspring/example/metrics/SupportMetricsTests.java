package io.github.crispspring.example.metrics;

import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.test.AutoConfigureEmbeddedCrisp;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = MetricsExample.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureEmbeddedCrisp
class SupportMetricsTests {

	@Autowired
	private EmbeddedCrisp crisp;

	@Autowired
	private MeterRegistry meters;

	private EmbeddedConversation conversation;

	@BeforeEach
	void ask() {
		this.meters.clear();
		this.conversation = this.crisp.visitor("Ada").writes("Where is my order?");
	}

	@Test
	void firstResponseOfAnOperatorIsMeasuredOnce() {
		respond();
		respond();
		this.conversation.state("resolved");
		awaitResolution();
		assertThat(this.meters.get("support.first.response").tag("by", "operator").timer().count()).isOne();
	}

	@Test
	void noteIsNoResponse() {
		this.conversation.note(this.crisp.operators().get(0), "Look this up");
		this.conversation.state("resolved");
		awaitResolution();
		assertThat(this.meters.find("support.first.response").timer()).isNull();
	}

	@Test
	void resolutionIsMeasuredWithoutAResponse() {
		this.conversation.state("resolved");
		awaitResolution();
		assertThat(this.meters.get("support.resolution").timer().count()).isOne();
	}

	@Test
	void ratingIsRecorded() {
		this.crisp.trigger("session:sync:rating", """
				{"website_id": "%s", "session_id": "%s", "rating": {"stars": 4}}""".formatted(this.crisp.websiteId(),
				this.conversation.sessionId()));
		await().until(
				() -> this.meters.find("support.rating").summaries().stream().anyMatch((stars) -> stars.count() > 0));
		assertThat(this.meters.get("support.rating").summary().mean()).isEqualTo(4);
	}

	private void awaitResolution() {
		await().until(
				() -> this.meters.find("support.resolution").timers().stream().anyMatch((timer) -> timer.count() > 0));
	}

	private void respond() {
		this.conversation.write(this.crisp.operators().get(0), "It is on its way");
	}

}
