package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Compares the clock of this machine with that of Crisp, on which the timestamps of
 * webhooks are based.
 */
final class ClockCheck implements DiagnosticCheck {

	/**
	 * The {@code Date} header has seconds, and the response has taken a while.
	 */
	private static final Duration ACCURACY = Duration.ofSeconds(30);

	private final AccountCall account;

	private final Duration tolerance;

	/**
	 * Create a check.
	 * @param account the call whose response contains the time
	 * @param tolerance the difference at which webhooks are rejected, zero if they never
	 * are
	 */
	ClockCheck(AccountCall account, Duration tolerance) {
		this.account = account;
		this.tolerance = tolerance;
	}

	@Override
	public String name() {
		return "clock";
	}

	@Override
	public Flux<Finding> findings() {
		return this.account.clockOffset()
			.map(this::finding)
			.switchIfEmpty(
					Mono.fromSupplier(() -> Finding.unknown(name(), "Crisp's response does not contain its time.",
							"Check that the clock of this machine is synchronized.")))
			.flux();
	}

	private Finding finding(Duration offset) {
		Duration difference = offset.abs();
		if (difference.compareTo(ACCURACY) <= 0) {
			return Finding.ok(name(),
					"The clock differs from that of Crisp by at most %d s.".formatted(ACCURACY.toSeconds()));
		}
		String found = "The clock is %d s %s that of Crisp.".formatted(difference.toSeconds(),
				offset.isNegative() ? "ahead of" : "behind");
		String action = "Synchronize the clock of this machine, for example with NTP.";
		if (!this.tolerance.isZero() && difference.compareTo(this.tolerance) > 0) {
			return Finding.error(name(),
					found + " Webhooks are rejected, as this is more than 'crisp.webhook.timestamp-tolerance'.",
					action);
		}
		return Finding.warning(name(), found, action);
	}

}
