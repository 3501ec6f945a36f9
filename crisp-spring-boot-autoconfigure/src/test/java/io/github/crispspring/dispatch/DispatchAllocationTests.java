package io.github.crispspring.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.Allocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that bound the memory allocated for each event that is dispatched to an empty
 * listener. A bound is a tenth above the measured value.
 */
@Tag("long")
class DispatchAllocationTests {

	private final CrispEventDispatcher dispatcher = CrispEventDispatcher.builder((event) -> {
	}, new InMemoryCrispEventDeduplicator(100, Duration.ofHours(1), Clock.systemUTC())).build();

	private final CrispEventReader reader = new CrispEventReader();

	private final ObjectNode json = CrispJson.mapper()
		.createObjectNode()
		.put("website_id", "42286ab3-b29a-4fde-8538-da0ae501d825")
		.put("session_id", "session_36ba3566-9651-4790-afc8-ffedbccc317f");

	@BeforeEach
	void start() {
		this.dispatcher.start();
	}

	@AfterEach
	void stop() {
		this.dispatcher.destroy();
	}

	@Test
	void eventWhoseSenderWaits() {
		long reading = Allocation.of(this::event);
		long dispatching = Allocation.of((number) -> this.dispatcher.dispatch(event(number), delivery()).block());
		assertThat(dispatching - reading).isLessThan(1_770);
	}

	@Test
	void eventWhoseSenderDoesNotWait() {
		long reading = Allocation.of(this::event);
		long dispatching = Allocation.of((number) -> {
			assertThat(this.dispatcher.tryDispatch(event(number), delivery())).isTrue();
			while (this.dispatcher.getPendingCount() > 0) {
				Thread.onSpinWait();
			}
		});
		assertThat(dispatching - reading).isLessThan(1_670);
	}

	private CrispEvent event(int number) {
		return this.reader.read(MessageSend.NAME, null, this.json.put("fingerprint", number + 1));
	}

	private CrispDelivery delivery() {
		return CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, this.json);
	}

}
