package io.github.crispspring.autoconfigure.actuate;

import java.util.Comparator;
import java.util.List;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Result of the checks that {@link CrispEndpoint#diagnose} makes. It contains no secrets.
 *
 * @param severity the highest severity of the findings
 * @param findings the findings in the order of the checks
 */
record CrispDiagnosis(Severity severity, List<Finding> findings) implements OperationResponseBody {

	static CrispDiagnosis of(List<Finding> findings) {
		Severity severity = findings.stream()
			.map(Finding::severity)
			.max(Comparator.naturalOrder())
			.orElse(Severity.UNKNOWN);
		return new CrispDiagnosis(severity, List.copyOf(findings));
	}

	/**
	 * What a check has found.
	 *
	 * @param severity the severity
	 * @param check what was checked, such as {@code token}
	 * @param found what was found
	 * @param action what to do about it
	 */
	record Finding(Severity severity, String check, String found, String action) {

		private static final String NOTHING = "Nothing to do.";

		static Finding ok(String check, String found) {
			return new Finding(Severity.OK, check, found, NOTHING);
		}

		static Finding unknown(String check, String found, String action) {
			return new Finding(Severity.UNKNOWN, check, found, action);
		}

		static Finding warning(String check, String found, String action) {
			return new Finding(Severity.WARNING, check, found, action);
		}

		static Finding error(String check, String found, String action) {
			return new Finding(Severity.ERROR, check, found, action);
		}

	}

	/**
	 * Severity of a finding, in ascending order.
	 */
	enum Severity {

		/**
		 * As it should be.
		 */
		OK,

		/**
		 * Could not be checked.
		 */
		UNKNOWN,

		/**
		 * Works in part, or may stop working.
		 */
		WARNING,

		/**
		 * Does not work.
		 */
		ERROR

	}

}
