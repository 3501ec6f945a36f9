package io.github.crispspring.sample.timeline;

import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.stereotype.Component;

/**
 * The newest of what happened, in the order it was seen.
 */
@Component
@OnlyWithEmbeddedCrisp
class Timeline {

	private static final int LIMIT = 300;

	private final Sinks.Many<TimelineEntry> entries = Sinks.many().replay().limit(LIMIT);

	private long lastNumber;

	/**
	 * Adds a line.
	 * @param entry the entry
	 * @return the entry with its number
	 */
	synchronized TimelineEntry add(TimelineEntry entry) {
		TimelineEntry numbered = entry.numbered(++this.lastNumber);
		replace(numbered);
		return numbered;
	}

	/**
	 * Puts an entry in the place of the one with the same number.
	 * @param entry the entry
	 */
	synchronized void replace(TimelineEntry entry) {
		this.entries.tryEmitNext(entry);
	}

	/**
	 * Returns the newest entries, then all that follow.
	 * @return the entries
	 */
	Flux<TimelineEntry> entries() {
		return this.entries.asFlux();
	}

}
