package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.testsupport.Allocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that bound the memory allocated for each event of the RTM connection from its
 * received frame until an empty listener has handled it, without the network. A bound is
 * a tenth above the measured value.
 */
@Tag("long")
class RtmAllocationTests {

	private static final String EVENT = """
			42["message:send",{"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","session_id":"session_1",\
			"type":"text","origin":"chat","content":"Hello Crisp, this is a message from a visitor!",\
			"timestamp":1632396148646,"fingerprint":1%06d,"from":"user",\
			"user":{"nickname":"visitor607","user_id":"session_1"},"stamped":true}]""";

	private final AtomicInteger handled = new AtomicInteger();

	private final CrispEventDispatcher dispatcher = CrispEventDispatcher
		.builder((event) -> this.handled.incrementAndGet(),
				new InMemoryCrispEventDeduplicator(100, Duration.ofHours(1), Clock.systemUTC()))
		.build();

	private final StubWebSocketSession socket = new StubWebSocketSession();

	@BeforeEach
	void start() {
		this.dispatcher.start();
	}

	@AfterEach
	void stop() {
		this.dispatcher.destroy();
	}

	@Test
	void event() {
		Disposable connection = session().run(this.socket).subscribe();
		this.socket.receive("0{\"sid\":\"a\",\"pingInterval\":25000,\"pingTimeout\":20000}", "40{}",
				"42[\"authenticated\",true]");
		long preparing = Allocation.of((number) -> this.socket.textMessage(EVENT.formatted(number)));
		long handling = Allocation.of((number) -> {
			this.socket.receive(EVENT.formatted(number));
			while (this.dispatcher.getPendingCount() > 0) {
				Thread.onSpinWait();
			}
		});
		connection.dispose();
		assertThat(this.handled).hasValue(10_000);
		assertThat(handling - preparing).isLessThan(4_500);
	}

	private RtmSession session() {
		Clock clock = Clock.systemUTC();
		RtmStatePublisher publisher = new RtmStatePublisher(this, "default", (event) -> {
		}, clock, Duration.ofMinutes(1));
		Set<String> events = Set.of(MessageSend.NAME);
		return new RtmSession(RtmAuthentication.of(new CrispCredentials("identifier", "key"), List.of(), events), 1000,
				new RtmEventDispatcher("default", new CrispEventReader(), this.dispatcher, clock),
				new RtmStateMachine(publisher, new RtmGapDetector(), null, events, () -> true), new RtmBindRequests());
	}

}
