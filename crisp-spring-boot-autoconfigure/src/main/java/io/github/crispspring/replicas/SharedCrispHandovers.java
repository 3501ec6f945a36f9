package io.github.crispspring.replicas;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.github.crispspring.client.website.conversation.CrispHandoverStore;
import io.github.crispspring.replicas.SharedMemory.Key;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * {@link CrispHandoverStore} that remembers in a {@link ConcurrentMetadataStore} which
 * conversations an operator handles, so that what one instance of an application learns
 * is known to all. The store contains digests of the conversations, states and times.
 */
public final class SharedCrispHandovers implements CrispHandoverStore {

	private final ConcurrentMetadataStore store;

	private final String prefix;

	/**
	 * Create a store.
	 * @param store the store shared by the instances
	 * @param group the name shared by the instances of this application only
	 */
	public SharedCrispHandovers(ConcurrentMetadataStore store, String group) {
		this.store = store;
		this.prefix = "crisp-" + group + "-handover-";
	}

	@Override
	public Mono<Handover> find(String key) {
		Key hashed = Key.of(key);
		return Mono.fromCallable(() -> HandoverSlot.read(this.store.get(name(hashed))).find(hashed.digest()))
			.subscribeOn(Schedulers.boundedElastic());
	}

	@Override
	public Mono<Boolean> replace(String key, @Nullable Handover expected, Handover replacement) {
		Key hashed = Key.of(key);
		return Mono.fromCallable(() -> replaceNow(hashed, expected, truncate(replacement)))
			.subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Replace an entry. A change of another conversation in the same slot is reported as
	 * a conflict too, so that the caller reads the entry again.
	 */
	private boolean replaceNow(Key key, @Nullable Handover expected, Handover replacement) {
		String value = this.store.get(name(key));
		HandoverSlot slot = HandoverSlot.read(value);
		Handover known = slot.find(key.digest());
		if (known != null && !known.equals(expected)) {
			return false;
		}
		String replaced = slot.with(key.digest(), replacement).write();
		boolean written = (value != null) ? this.store.replace(name(key), value, replaced)
				: this.store.putIfAbsent(name(key), replaced) == null;
		// Redis may discard a concurrent change although the store reports success
		return written && replacement.equals(HandoverSlot.read(this.store.get(name(key))).find(key.digest()));
	}

	private String name(Key key) {
		return this.prefix + key.slot();
	}

	/**
	 * Return an entry with the precision of the store.
	 */
	private static Handover truncate(Handover handover) {
		return new Handover(handover.status(), truncate(handover.changedAt()),
				handover.checkedAt().truncatedTo(ChronoUnit.MILLIS));
	}

	private static @Nullable Instant truncate(@Nullable Instant time) {
		return (time != null) ? time.truncatedTo(ChronoUnit.MILLIS) : null;
	}

}
