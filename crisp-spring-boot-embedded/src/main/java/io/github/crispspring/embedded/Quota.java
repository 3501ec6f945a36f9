package io.github.crispspring.embedded;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Daily quota of REST calls. Crisp's depends on the kind of the token.
 */
final class Quota {

	private static final Map<String, Integer> BY_TIER = Map.of("plugin", 5_000, "website", 10_000);

	private static final Log logger = LogFactory.getLog(Quota.class);

	private final Clock clock;

	private LocalDate day;

	private int used;

	private @Nullable Integer limit;

	Quota(Clock clock) {
		this.clock = clock;
		this.day = today();
	}

	/**
	 * Count a call.
	 * @param tier the tier of the token
	 * @return whether the quota permits it
	 */
	synchronized boolean use(String tier) {
		if (!today().equals(this.day)) {
			reset();
		}
		int limit = (this.limit != null) ? this.limit : BY_TIER.getOrDefault(tier, Integer.MAX_VALUE);
		if (this.used >= limit) {
			return false;
		}
		this.used++;
		if (this.used == limit) {
			logger.warn(LogMessage.format(
					"The daily quota of %s REST calls is used up; rejecting further calls with status 423, as Crisp does. Reset the embedded Crisp to continue",
					limit));
		}
		return true;
	}

	/**
	 * Permit a number of further calls on this day.
	 */
	synchronized void permit(int calls) {
		this.limit = this.used + calls;
	}

	/**
	 * Forget the calls of this day, and use Crisp's quota.
	 */
	synchronized void reset() {
		this.day = today();
		this.used = 0;
		this.limit = null;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
