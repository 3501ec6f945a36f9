package io.github.crispspring.sample.crisp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

import reactor.core.publisher.FluxSink;

/**
 * Subscribers to changes. Not thread-safe: {@link CrispWebsite} synchronizes the access.
 */
final class Watchers<T> {

	private final Set<FluxSink<T>> watchers = new LinkedHashSet<>();

	void add(FluxSink<T> watcher) {
		this.watchers.add(watcher);
	}

	void remove(FluxSink<T> watcher) {
		this.watchers.remove(watcher);
	}

	boolean isEmpty() {
		return this.watchers.isEmpty();
	}

	void notify(T change) {
		// A copy, because a watcher may be removed while it is notified
		new ArrayList<>(this.watchers).forEach((watcher) -> watcher.next(change));
	}

	void end() {
		new ArrayList<>(this.watchers).forEach(FluxSink::complete);
	}

}
