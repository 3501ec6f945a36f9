package io.github.crispspring.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.dispatch.CrispEventDeduplicator.Claim;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryCrispEventDeduplicatorTests {

	private final SettableClock clock = new SettableClock();

	private final InMemoryCrispEventDeduplicator duplicates = new InMemoryCrispEventDeduplicator(3, Duration.ofHours(1),
			this.clock);

	private final AtomicInteger handled = new AtomicInteger();

	@Test
	void sameKeyIsHandledOnce() {
		handle("a");
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void keyIsForgottenAfterRetention() {
		handle("a");
		this.clock.now = this.clock.now.plus(Duration.ofHours(1)).plusMillis(1);
		handle("a");
		assertThat(this.handled).hasValue(2);
	}

	@Test
	void keyIsRememberedForRetention() {
		handle("a");
		this.clock.now = this.clock.now.plus(Duration.ofHours(1));
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void oldestKeyIsForgottenWhenCapacityIsExceeded() {
		Flux.just("a", "b", "c", "d").doOnNext(this::handle).blockLast();
		handle("d");
		assertThat(this.handled).hasValue(4);
		handle("a");
		assertThat(this.handled).hasValue(5);
	}

	@Test
	void keyIsReleasedWhenHandlingFails() {
		claim("a").release().block();
		handle("a");
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void duplicateWaitsUntilEventIsHandled() {
		Claim first = claim("a");
		StepVerifier.create(this.duplicates.claim("a"))
			.expectSubscription()
			.then(() -> first.complete().subscribe())
			.expectComplete()
			.verify(WaitLimit.DURATION);
	}

	@Test
	void duplicateOfFailedEventIsHandled() {
		Claim first = claim("a");
		StepVerifier.create(this.duplicates.claim("a"))
			.expectSubscription()
			.then(() -> first.release().subscribe())
			.expectNextCount(1)
			.expectComplete()
			.verify(WaitLimit.DURATION);
	}

	@Test
	void eventBeingHandledIsNotForgottenWhenCapacityIsExceeded() {
		Claim slow = claim("slow");
		Flux.just("a", "b", "c", "d", "e").doOnNext(this::handle).blockLast();
		Mono<Claim> again = this.duplicates.claim("slow");
		slow.complete().block();
		assertThat(again.block(WaitLimit.DURATION)).isNull();
	}

	@Test
	void handledKeysAreCleared() {
		handle("a");
		this.duplicates.clear();
		handle("a");
		assertThat(this.handled).hasValue(2);
	}

	@Test
	void keyThatIsBeingHandledIsNotCleared() {
		Claim claim = claim("a");
		this.duplicates.clear();
		claim.complete().block();
		handle("a");
		assertThat(this.handled).hasValue(0);
	}

	@Test
	void sameKeyFromManyThreadsIsHandledOnce() {
		InMemoryCrispEventDeduplicator many = new InMemoryCrispEventDeduplicator(10_000, Duration.ofHours(1),
				this.clock);
		Flux.range(0, 10_000)
			.parallel(8)
			.runOn(Schedulers.parallel())
			.flatMap((i) -> many.claim("key " + i % 100).flatMap((claim) -> {
				this.handled.incrementAndGet();
				return claim.complete();
			}))
			.sequential()
			.blockLast(WaitLimit.DURATION);
		assertThat(this.handled).hasValue(100);
	}

	@Test
	void capacityMustBePositive() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new InMemoryCrispEventDeduplicator(0, Duration.ofHours(1), this.clock))
			.withMessageContaining("capacity");
	}

	private void handle(String key) {
		this.duplicates.claim(key).flatMap((claim) -> {
			this.handled.incrementAndGet();
			return claim.complete();
		}).block(WaitLimit.DURATION);
	}

	private Claim claim(String key) {
		return Objects.requireNonNull(this.duplicates.claim(key).block(WaitLimit.DURATION));
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
