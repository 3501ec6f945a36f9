package io.github.crispspring.sample.timeline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.github.crispspring.event.CrispDelivery.Transport;
import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.EventDelivery;
import io.github.crispspring.sample.page.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sample.slowness=60s", "crisp.webhook.acknowledge-timeout=3s" })
class TimelineTests {

	private final List<TimelineEntry> entries = new CopyOnWriteArrayList<>();

	@Autowired
	private Timeline timeline;

	@Autowired
	private EmbeddedCrisp crisp;

	@Value("${local.server.port}")
	private int port;

	private PageClient page;

	private String sessionId;

	private Disposable watching;

	@BeforeEach
	void watch() {
		this.page = new PageClient(this.port);
		await().until(this.crisp.delivery()::isConnected);
		this.crisp.delivery().use(EventDelivery.Transport.WEBHOOK);
		this.watching = this.timeline.entries().subscribe(this.entries::add);
		this.entries.clear();
		this.sessionId = this.crisp.openConversation("Jane");
	}

	@AfterEach
	void reset() throws Exception {
		this.watching.dispose();
		this.page.put("/lab/fault", "\"NONE\"");
	}

	@Test
	void showsAnEventWhileItIsHandledAndAfterwards() {
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		TimelineEntry handled = awaitEntry(Outcome.HANDLED, "message:send");
		assertThat(handled.transport()).isEqualTo(Transport.WEBHOOK);
		assertThat(handled.attempt()).isOne();
		assertThat(handled.took()).isNotNegative();
		assertThat(this.entries).filteredOn((entry) -> entry.number() == handled.number())
			.extracting(TimelineEntry::outcome)
			.containsExactly(Outcome.HANDLING, Outcome.HANDLED);
	}

	@Test
	void countsTheEventsOfAConversation() {
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		awaitEntry(Outcome.HANDLED, "session:set_state");
		assertThat(this.entries).filteredOn((entry) -> this.sessionId.equals(entry.sessionId()))
			.filteredOn((entry) -> entry.outcome() == Outcome.HANDLING)
			.extracting(TimelineEntry::order)
			.startsWith(1, 2, 3)
			.isSorted();
	}

	@Test
	void showsRtm() throws Exception {
		this.page.put("/lab/transport", "\"RTM\"");
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		assertThat(awaitEntry(Outcome.HANDLED, "message:send").transport()).isEqualTo(Transport.RTM);
		assertThat(awaitEntry(Outcome.SWITCHED, null).transport()).isEqualTo(Transport.RTM);
	}

	@Test
	void showsADuplicateThatIsNotHandledAgain() throws Exception {
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		awaitEntry(Outcome.HANDLED, "message:send");
		assertThat(this.page.post("/lab/duplicate", "")).isEqualTo(202);
		assertThat(awaitEntry(Outcome.DUPLICATE, "message:send").transport()).isEqualTo(Transport.WEBHOOK);
		assertThat(count(Outcome.HANDLING, "message:send")).isOne();
	}

	@Test
	void recognizesADuplicateFromTheOtherTransport() throws Exception {
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		awaitEntry(Outcome.HANDLED, "message:send");
		this.page.put("/lab/transport", "\"RTM\"");
		this.page.post("/lab/duplicate", "");
		assertThat(awaitEntry(Outcome.DUPLICATE, "message:send").transport()).isEqualTo(Transport.RTM);
	}

	@Test
	void showsAFailureAndTheNextAttempt() throws Exception {
		assertThat(this.page.put("/lab/fault", "\"FAILURE\"")).isEqualTo(202);
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		assertThat(awaitEntry(Outcome.HANDLED, "message:send").attempt()).isEqualTo(2);
		assertThat(awaitEntry(Outcome.FAILED, "message:send").attempt()).isOne();
		assertThat(awaitEntry(Outcome.REDELIVERED, "message:send").status()).isEqualTo(500);
		assertThat(this.crisp.transcript(this.sessionId)).extracting(ChatMessage::text)
			.containsExactly("shipping?", "We ship within two days.");
	}

	@Test
	void showsThatASlowListenerDelaysItsOwnConversationOnly() throws Exception {
		this.page.put("/lab/fault", "\"SLOWNESS\"");
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		assertThat(awaitEntry(Outcome.ACKNOWLEDGED, "message:send").status()).isEqualTo(202);
		String other = this.crisp.openConversation("John");
		this.crisp.visitorWrites(other, "shipping?");
		awaitEntry((entry) -> entry.outcome() == Outcome.HANDLED && other.equals(entry.sessionId())
				&& "message:send".equals(entry.event()));
		assertThat(count(Outcome.HANDLED, "message:send")).isZero();
		this.page.put("/lab/fault", "\"NONE\"");
		assertThat(awaitEntry(Outcome.HANDLED, "message:send").took()).isGreaterThanOrEqualTo(3000);
	}

	@Test
	void showsAForgedWebhookThatIsRejected() throws Exception {
		this.crisp.visitorWrites(this.sessionId, "shipping?");
		awaitEntry(Outcome.HANDLED, "message:send");
		assertThat(this.page.post("/lab/forged-hook", "")).isEqualTo(202);
		assertThat(awaitEntry(Outcome.REJECTED, "message:send").status()).isEqualTo(401);
		assertThat(count(Outcome.HANDLING, "message:send")).isOne();
	}

	@Test
	void showsTheLossAndTheReturnOfTheConnection() throws Exception {
		assertThat(this.page.post("/lab/cut", "")).isEqualTo(202);
		long cut = awaitEntry(Outcome.DISCONNECTED, null).number();
		assertThat(awaitEntry(Outcome.CONNECTED, null).number()).isGreaterThan(cut);
	}

	@Test
	void doesNotContainTheTextOfMessages() {
		this.crisp.visitorWrites(this.sessionId, "shipping of secrets?");
		awaitEntry(Outcome.HANDLED, "message:received");
		assertThat(this.entries.toString()).doesNotContain("secrets", "ship within");
	}

	private TimelineEntry awaitEntry(Outcome outcome, String event) {
		return awaitEntry((entry) -> entry.outcome() == outcome && Objects.equals(entry.event(), event)
				&& (event == null || this.sessionId.equals(entry.sessionId())));
	}

	private TimelineEntry awaitEntry(Predicate<TimelineEntry> condition) {
		await().until(() -> this.entries.stream().anyMatch(condition));
		return this.entries.stream().filter(condition).findFirst().orElseThrow();
	}

	private long count(Outcome outcome, String event) {
		return this.entries.stream()
			.filter((entry) -> entry.outcome() == outcome && event.equals(entry.event())
					&& this.sessionId.equals(entry.sessionId()))
			.count();
	}

}
