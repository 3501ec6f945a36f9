package io.github.crispspring.sample.timeline;

import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.stereotype.Component;

/**
 * Most recent entries, in the order in which they were observed.
 */
@Component
@OnlyWithEmbeddedCrisp
class Timeline {

	private static final int LIMIT = 300;

	private final Sinks.Many<TimelineEntry> entries = Sinks.many().replay().limit(LIMIT);

	private long lastNumber;

	/**
	 * Add an entry.
	 * @param entry the entry
	 * @return the entry with its number
	 */
	synchronized TimelineEntry add(TimelineEntry entry) {
		TimelineEntry numbered = entry.numbered(++this.lastNumber);
		replace(numbered);
		return numbered;
	}

	/**
	 * Replace the entry with the same number.
	 * @param entry the new entry
	 */
	synchronized void replace(TimelineEntry entry) {
		this.entries.tryEmitNext(entry);
	}

	/**
	 * Return the most recent entries, followed by all new ones.
	 * @return the entries
	 */
	Flux<TimelineEntry> entries() {
		return this.entries.asFlux();
	}

}
