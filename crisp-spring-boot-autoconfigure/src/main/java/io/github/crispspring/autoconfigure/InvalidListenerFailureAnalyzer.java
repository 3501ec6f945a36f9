package io.github.crispspring.autoconfigure;

import io.github.crispspring.listener.InvalidListenerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for {@link InvalidListenerException}.
 */
final class InvalidListenerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidListenerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidListenerException cause) {
		return new FailureAnalysis(
				"The @CrispListener method '%s' is invalid. %s".formatted(cause.getMethod(), cause.getProblem()),
				cause.getRemedy(), cause);
	}

}
