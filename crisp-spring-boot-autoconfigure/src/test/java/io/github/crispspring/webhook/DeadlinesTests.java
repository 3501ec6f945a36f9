package io.github.crispspring.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Deadlines}.
 */
class DeadlinesTests {

	private final List<Integer> passed = new CopyOnWriteArrayList<>();

	@Test
	void deadlinesPassInTheOrderTheyWereStarted() {
		Deadlines deadlines = new Deadlines(Duration.ofMillis(10));
		for (int i = 0; i < 100; i++) {
			int number = i;
			deadlines.start(() -> this.passed.add(number));
		}
		await().until(() -> this.passed.size() == 100);
		assertThat(this.passed).isSorted();
	}

	@Test
	void deadlineThatIsMetDoesNotPass() {
		// Ample to meet two of them on a slow machine
		Deadlines deadlines = new Deadlines(Duration.ofSeconds(3));
		deadlines.start(() -> this.passed.add(1));
		Disposable second = deadlines.start(() -> this.passed.add(2));
		Disposable third = deadlines.start(() -> this.passed.add(3));
		deadlines.start(() -> this.passed.add(4));
		second.dispose();
		third.dispose();
		third.dispose();
		await().until(() -> this.passed.contains(4));
		assertThat(this.passed).containsExactly(1, 4);
	}

	@Test
	void deadlinePassesAfterAllEarlierOnesWereMet() {
		Deadlines deadlines = new Deadlines(Duration.ofMillis(10));
		// May pass before it is met
		deadlines.start(() -> {
		}).dispose();
		deadlines.start(() -> this.passed.add(2));
		await().until(() -> !this.passed.isEmpty());
		deadlines.start(() -> this.passed.add(3));
		await().until(() -> this.passed.equals(List.of(2, 3)));
	}

	@Test
	void callbackThatFailsDoesNotAffectOthers() {
		Deadlines deadlines = new Deadlines(Duration.ofMillis(10));
		deadlines.start(() -> {
			throw new IllegalStateException("callback failed");
		});
		deadlines.start(() -> this.passed.add(2));
		await().until(() -> this.passed.equals(List.of(2)));
	}

}
