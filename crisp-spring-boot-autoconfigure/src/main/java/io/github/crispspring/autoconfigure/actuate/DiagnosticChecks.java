package io.github.crispspring.autoconfigure.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Factory for the checks of one diagnosis.
 */
@FunctionalInterface
interface DiagnosticChecks {

	/**
	 * Create the checks.
	 * @param webhookUrl the public URL of the webhook, if it is to be checked
	 */
	List<DiagnosticCheck> create(@Nullable String webhookUrl);

}
