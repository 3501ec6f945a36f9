package io.github.crispspring.test;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispEventReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CrispTesterTimeLimitTests {

	private final CountDownLatch never = new CountDownLatch(1);

	@Test
	void listenerThatDoesNotReturnFailsTheTest() {
		CrispEventDeduplicator deduplicator = new InMemoryCrispEventDeduplicator(10, Duration.ofHours(1),
				Clock.systemUTC());
		CrispEventDispatcher dispatcher = CrispEventDispatcher.builder((event) -> await(), deduplicator).build();
		CrispTester crisp = new CrispTester(new CrispEventReader(), dispatcher, deduplicator, null, new TestCrisp(""),
				Duration.ofMillis(1));
		try {
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> crisp.visitorWrites("Hi"))
				.withMessage("The listeners did not handle 'message:send' within 1ms");
		}
		finally {
			dispatcher.destroy();
		}
	}

	private void await() {
		try {
			this.never.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
