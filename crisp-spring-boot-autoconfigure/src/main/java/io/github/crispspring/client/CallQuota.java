package io.github.crispspring.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.log.LogMessage;

/**
 * Number of the calls of a day in UTC, and the limits of the application. A response from
 * Crisp's cache and a request that was not sent do not count, as for Crisp's own quota.
 * It takes a lock at midnight only.
 */
final class CallQuota {

	/**
	 * Maximum time that a call is delayed.
	 */
	static final Duration MAX_WAIT = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(CrispRest.class);

	private static final int WARNING_PERCENT = 80;

	private final @Nullable CallQuota parent;

	private final @Nullable Integer dailyBudget;

	private final long warningAt;

	private final long interval;

	private final InstantSource clock;

	private volatile Day day;

	private final AtomicLong nextCall = new AtomicLong(System.nanoTime());

	/**
	 * Create an instance.
	 * @param parent the quota to which the calls belong as well, if any
	 * @param tier the tier of the token
	 * @param dailyBudget the maximum number of calls a day, or {@code null} for no limit
	 * @param maxCallsPerSecond the maximum number of calls a second, or {@code null} for
	 * no limit
	 * @param clock the clock that determines the day
	 */
	CallQuota(@Nullable CallQuota parent, CrispTier tier, @Nullable Integer dailyBudget,
			@Nullable Integer maxCallsPerSecond, InstantSource clock) {
		this.parent = parent;
		this.dailyBudget = dailyBudget;
		this.warningAt = warningAt((dailyBudget != null) ? dailyBudget : quotaOf(tier));
		this.interval = (maxCallsPerSecond != null) ? TimeUnit.SECONDS.toNanos(1) / maxCallsPerSecond : 0;
		this.clock = clock;
		this.day = new Day(currentDay());
	}

	/**
	 * Return the daily quota that Crisp grants by default, 0 if it is not known.
	 */
	private static int quotaOf(CrispTier tier) {
		return switch (tier) {
			case WEBSITE -> 10_000;
			case PLUGIN -> 5_000;
			default -> 0;
		};
	}

	private static long warningAt(int calls) {
		return (calls > 0) ? Math.max(1, (long) calls * WARNING_PERCENT / 100) : Long.MAX_VALUE;
	}

	@Nullable Integer dailyBudget() {
		return this.dailyBudget;
	}

	/**
	 * Return the number of calls since midnight, UTC, or since the start.
	 */
	long callsToday() {
		return today().calls.get();
	}

	/**
	 * Request permission for a call. The limits of the parent apply afterwards, so that a
	 * call that is rejected or still waits does not delay the parent's other calls.
	 * @return the permit, when the call may be made
	 * @throws CrispCallLimitException if a limit does not permit the call; also an error
	 * of the result
	 */
	Mono<Permit> await(CrispRoute route) {
		return await(route, MAX_WAIT, null);
	}

	private Mono<Permit> await(CrispRoute route, Duration maxWait, @Nullable Permit inner) {
		Permit permit = acquire(route, maxWait, inner);
		Duration delay = permit.delay();
		return delay.isZero() ? awaitParent(route, maxWait, permit) : Mono.delay(delay).doOnCancel(() -> {
			permit.cancel();
			// The next call may wait less
			this.nextCall.addAndGet(-this.interval);
		}).then(Mono.defer(() -> awaitParent(route, maxWait.minus(delay), permit)));
	}

	private Mono<Permit> awaitParent(CrispRoute route, Duration maxWait, Permit permit) {
		return (this.parent != null) ? this.parent.await(route, maxWait, permit) : Mono.just(permit);
	}

	/**
	 * Count a call that is about to be made, regardless of the parent.
	 * @param maxWait the maximum time that the call may wait
	 * @param inner the permit of the derived quota, if any
	 * @return the permit
	 * @throws CrispCallLimitException if a limit does not permit the call
	 */
	Permit acquire(CrispRoute route, Duration maxWait, @Nullable Permit inner) {
		Day today = today();
		long calls = today.calls.incrementAndGet();
		Permit permit = new Permit(today, inner, Duration.ZERO);
		try {
			checkBudget(route, today, calls);
			return new Permit(today, inner, schedule(route, maxWait));
		}
		catch (CrispCallLimitException ex) {
			permit.cancel();
			throw ex;
		}
	}

	private void checkBudget(CrispRoute route, Day today, long calls) {
		if (this.dailyBudget != null && calls > this.dailyBudget) {
			throw new CrispCallLimitException(route,
					"the budget of %d calls a day ('crisp.rest.daily-budget') is used up until midnight, UTC"
						.formatted(this.dailyBudget));
		}
		if (calls >= this.warningAt && !today.warned.get() && today.warned.compareAndSet(false, true)) {
			logger.warn(LogMessage.format(
					"%d REST calls were made today, which is %d%% of %s. Calls fail when they are used up, until midnight, UTC. Reduce the calls, or set 'crisp.rest.daily-budget' to the quota that Crisp grants",
					calls, WARNING_PERCENT,
					(this.dailyBudget != null) ? "the daily budget" : "the daily quota of this kind of token"));
		}
	}

	/**
	 * Schedule the next call.
	 * @return the delay
	 */
	private Duration schedule(CrispRoute route, Duration maxWait) {
		if (this.interval == 0) {
			return Duration.ZERO;
		}
		while (true) {
			long next = this.nextCall.get();
			long now = System.nanoTime();
			long wait = Math.max(next - now, 0);
			if (wait > maxWait.toNanos()) {
				throw new CrispCallLimitException(route,
						"it would have to wait for more than %d s because of 'crisp.rest.max-calls-per-second'"
							.formatted(MAX_WAIT.toSeconds()));
			}
			if (this.nextCall.compareAndSet(next, now + wait + this.interval)) {
				return Duration.ofNanos(wait);
			}
		}
	}

	private Day today() {
		long current = currentDay();
		Day day = this.day;
		return (day.number >= current) ? day : begin(current);
	}

	private synchronized Day begin(long current) {
		if (this.day.number < current) {
			this.day = new Day(current);
		}
		return this.day;
	}

	private long currentDay() {
		return TimeUnit.MILLISECONDS.toDays(this.clock.millis());
	}

	/**
	 * Permission for a call.
	 *
	 * @param day the day on which it counts
	 * @param inner the permission of the derived quota, if any
	 * @param delay the time to wait before the call
	 */
	record Permit(Day day, @Nullable Permit inner, Duration delay) {

		/**
		 * Ensure that the call does not count.
		 */
		void cancel() {
			this.day.calls.decrementAndGet();
			if (this.inner != null) {
				this.inner.cancel();
			}
		}

	}

	/**
	 * Calls of a day.
	 */
	static final class Day {

		private final long number;

		private final AtomicLong calls = new AtomicLong();

		private final AtomicBoolean warned = new AtomicBoolean();

		Day(long number) {
			this.number = number;
		}

	}

}
