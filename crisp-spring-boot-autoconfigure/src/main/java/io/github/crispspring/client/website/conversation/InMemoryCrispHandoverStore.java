package io.github.crispspring.client.website.conversation;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.ConcurrentLruCache;

/**
 * {@link CrispHandoverStore} that remembers the conversations used last in the memory of
 * this instance.
 */
public final class InMemoryCrispHandoverStore implements CrispHandoverStore {

	/**
	 * Default number of conversations to remember.
	 */
	public static final int DEFAULT_CAPACITY = 10_000;

	private final ConcurrentLruCache<String, AtomicReference<@Nullable Handover>> handovers;

	/**
	 * Create a store.
	 * @param capacity the maximum number of conversations to remember
	 */
	public InMemoryCrispHandoverStore(int capacity) {
		this.handovers = new ConcurrentLruCache<>(capacity, (key) -> new AtomicReference<>());
	}

	@Override
	public Mono<Handover> find(String key) {
		return Mono.fromSupplier(() -> this.handovers.get(key).get());
	}

	@Override
	public Mono<Boolean> replace(String key, @Nullable Handover expected, Handover replacement) {
		return Mono.fromSupplier(() -> {
			AtomicReference<@Nullable Handover> current = this.handovers.get(key);
			Handover known = current.get();
			return (known == null || known.equals(expected)) && current.compareAndSet(known, replacement);
		});
	}

	/**
	 * Forget all conversations, for example between two tests.
	 */
	public void clear() {
		this.handovers.clear();
	}

}
