package io.github.crispspring.autoconfigure;

import io.github.crispspring.listener.InvalidListenerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which listener method stopped the start, and what to write instead.
 */
final class InvalidListenerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidListenerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidListenerException cause) {
		return new FailureAnalysis("The @CrispListener method '%s' cannot be used.".formatted(cause.getMethod()),
				cause.getProblem(), cause);
	}

}
