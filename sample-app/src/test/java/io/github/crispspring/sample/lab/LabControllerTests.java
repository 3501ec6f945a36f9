package io.github.crispspring.sample.lab;

import java.time.Duration;

import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabControllerTests {

	private final EmbeddedCrisp crisp = EmbeddedCrisp.start();

	private final LabFeed feed = new LabFeed(this.crisp);

	private final LabController controller = new LabController(this.crisp,
			new FaultyListener(Duration.ofSeconds(1), this.feed));

	@AfterEach
	void close() {
		this.crisp.close();
	}

	@Test
	void rejectsDuplicateWithoutMessage() {
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(this.controller::repeat)
			.withMessageContaining("no visitor has written yet");
	}

	@Test
	void streamsTheState() {
		this.controller.fault(Fault.SLOWNESS);
		assertThat(this.feed.events("any").blockFirst().data())
			.isEqualTo(new LabState(this.crisp.delivery().transport(), false, Fault.SLOWNESS));
	}

}
