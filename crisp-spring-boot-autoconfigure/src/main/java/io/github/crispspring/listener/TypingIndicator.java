package io.github.crispspring.listener;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Indicator that shows typing to a visitor if a reply takes longer than a delay. It does
 * not delay the reply, and its failures are logged only.
 */
final class TypingIndicator {

	private static final Log logger = LogFactory.getLog(TypingIndicator.class);

	private final Sinks.Empty<Void> stop = Sinks.empty();

	private TypingIndicator() {
	}

	/**
	 * Start an indicator.
	 * @param conversation supplies the conversation, when typing is shown
	 * @param delay the time after which typing is shown unless stopped before
	 * @param ended stops the indicator when it completes
	 * @return the indicator
	 */
	static TypingIndicator start(Supplier<ReactiveCrispConversation> conversation, Duration delay, Mono<Void> ended) {
		TypingIndicator indicator = new TypingIndicator();
		Mono<Void> stopped = Mono.firstWithSignal(indicator.stop.asMono(), ended);
		Mono.delay(delay)
			.publishOn(Schedulers.boundedElastic())
			.takeUntilOther(stopped)
			.flatMap((elapsed) -> show(conversation.get(), stopped))
			.contextCapture()
			.subscribe(null, TypingIndicator::failed);
		return indicator;
	}

	/**
	 * End typing even if starting it failed, as the failed request may have been
	 * processed.
	 */
	private static Mono<Void> show(ReactiveCrispConversation conversation, Mono<Void> stopped) {
		return conversation.startTyping().onErrorResume((ex) -> {
			failed(ex);
			return Mono.empty();
		}).then(stopped).publishOn(Schedulers.boundedElastic()).then(Mono.defer(() -> conversation.stopTyping()));
	}

	private static void failed(Throwable failure) {
		logger.debug("Failed to start or stop the typing indicator", failure);
	}

	/**
	 * Stop showing typing, or do not start.
	 */
	void stop() {
		this.stop.tryEmitEmpty();
	}

}
