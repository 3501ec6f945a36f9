package io.github.crispspring.autoconfigure.actuate;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import reactor.core.publisher.Flux;

/**
 * One check of a {@link CrispDiagnosis}. It must not block.
 */
interface DiagnosticCheck {

	/**
	 * Return what is checked.
	 */
	String name();

	/**
	 * Check on each subscription. An error is reported as a finding of its own and does
	 * not affect other checks.
	 */
	Flux<Finding> findings();

}
