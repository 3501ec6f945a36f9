package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispQuotaException;
import io.github.crispspring.client.CrispRateLimitException;
import io.github.crispspring.client.CrispTransportException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs checks at the same time. Each has a time limit, and none affects another.
 */
final class CrispDiagnostics {

	private static final Log logger = LogFactory.getLog(CrispDiagnostics.class);

	private final List<DiagnosticChecks> checks;

	private final Duration limit;

	/**
	 * Create an instance.
	 * @param checks the factories of the checks
	 * @param limit the maximum duration of each check
	 */
	CrispDiagnostics(List<DiagnosticChecks> checks, Duration limit) {
		this.checks = checks;
		this.limit = limit;
	}

	/**
	 * Run the checks. This does not block.
	 * @param webhookUrl the public URL of the webhook, if it is to be checked
	 * @return the diagnosis; never an error
	 */
	Mono<CrispDiagnosis> run(@Nullable String webhookUrl) {
		return Flux.fromIterable(this.checks)
			.flatMapIterable((checks) -> checks.create(webhookUrl))
			.flatMapSequential(this::run)
			.collectList()
			.map(CrispDiagnosis::of);
	}

	private Flux<Finding> run(DiagnosticCheck check) {
		// The limit applies to all findings of a check, not to the time between them
		return Flux.defer(check::findings)
			.takeUntilOther(Mono.delay(this.limit).then(Mono.error(TimeoutException::new)))
			.onErrorResume((ex) -> Flux.just(failed(check.name(), ex)));
	}

	private Finding failed(String check, Throwable failure) {
		if (failure instanceof TimeoutException) {
			return Finding.unknown(check, "Not completed within %d s.".formatted(this.limit.toSeconds()),
					"Check the network between this application and Crisp, then repeat the diagnosis.");
		}
		if (failure instanceof CrispQuotaException) {
			return Finding.error(check, String.valueOf(failure.getMessage()),
					"Wait until the next day, or request a higher quota from Crisp.");
		}
		if (failure instanceof CrispRateLimitException) {
			return Finding.warning(check, String.valueOf(failure.getMessage()),
					"Make fewer calls at the same time, then repeat the diagnosis.");
		}
		if (failure instanceof CrispTransportException) {
			return Finding.error(check, String.valueOf(failure.getMessage()),
					"Check the network, the proxy and 'crisp.rest.base-url'.");
		}
		if (failure instanceof CrispAuthenticationException) {
			return Finding.unknown(check, String.valueOf(failure.getMessage()),
					"Act on the finding about the token first.");
		}
		logger.debug("Diagnostic check '" + check + "' failed", failure);
		return Finding.unknown(check, String.valueOf(failure.getMessage()),
				"Repeat the diagnosis. If it fails again, report it with the debug log.");
	}

}
