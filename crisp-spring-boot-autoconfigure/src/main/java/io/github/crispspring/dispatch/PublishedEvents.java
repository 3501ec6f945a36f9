package io.github.crispspring.dispatch;

import java.util.concurrent.Callable;

import io.github.crispspring.event.CrispApplicationEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Calls listeners with events that the application published itself, without a dispatcher
 * that waits for the result.
 */
final class PublishedEvents {

	private static final Log logger = LogFactory.getLog(CrispEventDispatcher.class);

	private PublishedEvents() {
	}

	static void call(CrispApplicationEvent<?> event, Callable<@Nullable Mono<Void>> method) {
		try {
			Mono<Void> remaining = method.call();
			if (remaining != null) {
				remaining.subscribe(null, (ex) -> failed(event, ex));
			}
		}
		catch (Throwable ex) {
			failed(event, ex);
		}
	}

	private static void failed(CrispApplicationEvent<?> event, Throwable failure) {
		logger.error("Failed to handle event '%s', which was published by the application"
			.formatted(event.getPayload().name()), failure);
	}

}
