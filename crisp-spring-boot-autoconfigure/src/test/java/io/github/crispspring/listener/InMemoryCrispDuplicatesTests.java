package io.github.crispspring.listener;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InMemoryCrispDuplicatesTests {

	private final SettableClock clock = new SettableClock();

	private final InMemoryCrispDuplicates duplicates = new InMemoryCrispDuplicates(3, Duration.ofHours(1), this.clock);

	private final AtomicInteger handled = new AtomicInteger();

	@Test
	void sameKeyIsHandledOnce() {
		handle("a");
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void keyIsForgottenAfterItsTime() {
		handle("a");
		this.clock.now = this.clock.now.plus(Duration.ofHours(1)).plusMillis(1);
		handle("a");
		assertThat(this.handled).hasValue(2);
	}

	@Test
	void keyIsRememberedForItsTime() {
		handle("a");
		this.clock.now = this.clock.now.plus(Duration.ofHours(1));
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void oldestKeyMakesRoomForANewOne() {
		Flux.just("a", "b", "c", "d").doOnNext(this::handle).blockLast();
		handle("d");
		assertThat(this.handled).hasValue(4);
		handle("a");
		assertThat(this.handled).hasValue(5);
	}

	@Test
	void keyIsReleasedWhenHandlingFails() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.duplicates.once("a", () -> Mono.error(new IllegalStateException())).block());
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void keyIsReleasedWhenHandlingIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> this.duplicates.once("a", () -> {
			throw new IllegalStateException();
		}));
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void duplicateOfWhatIsBeingHandledSharesItsOutcome() {
		Sinks.Empty<Void> outcome = Sinks.empty();
		Mono<Void> first = this.duplicates.once("a", outcome::asMono);
		Mono<Void> second = this.duplicates.once("a", () -> Mono.fromRunnable(this.handled::incrementAndGet));
		StepVerifier.create(Mono.when(first, second))
			.expectSubscription()
			.then(outcome::tryEmitEmpty)
			.expectComplete()
			.verify(Duration.ofSeconds(10));
		assertThat(this.handled).hasValue(0);
	}

	@Test
	void whatIsBeingHandledIsNotForgottenForLackOfRoom() {
		Sinks.Empty<Void> outcome = Sinks.empty();
		this.duplicates.once("slow", outcome::asMono);
		Flux.just("a", "b", "c", "d", "e").doOnNext(this::handle).blockLast();
		Mono<Void> again = this.duplicates.once("slow", () -> Mono.error(new IllegalStateException("twice")));
		outcome.tryEmitEmpty();
		again.block(Duration.ofSeconds(10));
	}

	@Test
	void sameKeyFromManyThreadsIsHandledOnce() {
		InMemoryCrispDuplicates many = new InMemoryCrispDuplicates(10_000, Duration.ofHours(1), this.clock);
		Flux.range(0, 10_000)
			.parallel(8)
			.runOn(Schedulers.parallel())
			.flatMap((i) -> many.once("key " + i % 100, () -> Mono.fromRunnable(this.handled::incrementAndGet)))
			.sequential()
			.blockLast(Duration.ofSeconds(10));
		assertThat(this.handled).hasValue(100);
	}

	private void handle(String key) {
		this.duplicates.once(key, () -> Mono.fromRunnable(this.handled::incrementAndGet)).block(Duration.ofSeconds(10));
	}

	private static final class SettableClock extends Clock {

		private Instant now = Instant.EPOCH;

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
