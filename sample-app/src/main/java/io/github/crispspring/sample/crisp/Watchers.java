package io.github.crispspring.sample.crisp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

import reactor.core.publisher.FluxSink;

/**
 * Who is told what changes. Not safe for threads by itself: {@link CrispWebsite} guards
 * it.
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

	void tell(T change) {
		// A copy: telling a watcher may be what makes it leave.
		new ArrayList<>(this.watchers).forEach((watcher) -> watcher.next(change));
	}

	void end() {
		new ArrayList<>(this.watchers).forEach(FluxSink::complete);
	}

}
