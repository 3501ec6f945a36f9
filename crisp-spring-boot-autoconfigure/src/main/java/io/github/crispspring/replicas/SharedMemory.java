package io.github.crispspring.replicas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.integration.metadata.ConcurrentMetadataStore;

/**
 * Claims and handled events in the store that instances share. All methods block, and
 * fail if the store fails.
 */
final class SharedMemory {

	/**
	 * Number of slots, which must be the same for all instances and versions.
	 */
	static final int SLOTS = 4096;

	/**
	 * Number of entries that fit into the value of a slot if most of them are handled.
	 */
	private static final int MAX_ENTRIES = 110;

	/**
	 * Factor by which a slot may exceed its share, as keys are not distributed evenly.
	 */
	private static final int UNEVENNESS = 3;

	private static final int MIN_ENTRIES = 32;

	/**
	 * Maximum capacity that fits into all slots.
	 */
	static final int MAX_CAPACITY = SLOTS * MAX_ENTRIES / UNEVENNESS;

	private static final int MAX_CONFLICTS = 200;

	/**
	 * Maximum number of threads of this instance that change the store concurrently. With
	 * Redis, all but one of them have to retry.
	 */
	private static final int WRITERS = 2;

	private static final Duration PERMIT_TIMEOUT = Duration.ofSeconds(30);

	private final Semaphore permits = new Semaphore(WRITERS, true);

	private final ConcurrentMetadataStore store;

	private final String prefix;

	private final int entries;

	private final Duration retention;

	private final Duration lease;

	private final Clock clock;

	/**
	 * Create a memory.
	 * @param store the store
	 * @param group the name that is shared by the instances
	 * @param capacity the minimum number of keys to remember, the newest
	 * @param retention the time to remember keys
	 * @param lease the time that a claim is valid after its last renewal
	 * @param clock the clock to determine when entries expire
	 */
	SharedMemory(ConcurrentMetadataStore store, String group, int capacity, Duration retention, Duration lease,
			Clock clock) {
		this.store = store;
		this.prefix = "crisp-" + group + "-";
		this.entries = Math.max(MIN_ENTRIES, UNEVENNESS * capacity / SLOTS + 1);
		this.retention = retention;
		this.lease = lease;
		this.clock = clock;
	}

	/**
	 * Claim a key, unless it was handled or is claimed by another delivery.
	 * @param claim the unique identifier of the claim; claiming repeatedly with the same
	 * identifier succeeds
	 */
	Outcome claim(Key key, String claim) {
		return withPermit(() -> claimNow(key, claim));
	}

	private Outcome claimNow(Key key, String claim) {
		for (int conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
			String value = this.store.get(this.prefix + key.slot());
			Slot slot = read(value);
			Slot.Entry known = slot.find(key.digest());
			if (known != null && !claim.equals(known.claim())) {
				return known.isClaim() ? Outcome.HELD : Outcome.HANDLED;
			}
			Slot.Entry claimed = claimed(key, claim);
			if (replace(key, value, slot.with(claimed, this.entries)) && isKept(key, claimed)) {
				return Outcome.CLAIMED;
			}
			pause(conflicts);
		}
		throw tooManyConflicts();
	}

	/**
	 * Renew a claim. A missing claim is not recreated, as it may have been released.
	 * @return whether the claim is still valid
	 */
	boolean renew(Key key, String claim) {
		return update(key, (slot) -> isClaimed(slot, key, claim) ? slot.with(claimed(key, claim), this.entries) : null);
	}

	/**
	 * Remember that a key was handled, regardless of its claim.
	 */
	void handled(Key key) {
		update(key, (slot) -> slot.with(new Slot.Entry(key.digest(), now(), null), this.entries));
	}

	/**
	 * Release a claim, so that the key can be claimed again.
	 */
	void release(Key key, String claim) {
		update(key, (slot) -> isClaimed(slot, key, claim) ? slot.without(key.digest()) : null);
	}

	private boolean isClaimed(Slot slot, Key key, String claim) {
		Slot.Entry known = slot.find(key.digest());
		return known != null && claim.equals(known.claim());
	}

	/**
	 * Change a slot.
	 * @return whether the slot was changed
	 */
	private boolean update(Key key, Function<Slot, @Nullable Slot> change) {
		return withPermit(() -> updateNow(key, change));
	}

	private boolean updateNow(Key key, Function<Slot, @Nullable Slot> change) {
		for (int conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
			String value = this.store.get(this.prefix + key.slot());
			Slot changed = change.apply(read(value));
			if (changed == null) {
				return false;
			}
			if (replace(key, value, changed) && isKept(key, changed.find(key.digest()))) {
				return true;
			}
			pause(conflicts);
		}
		throw tooManyConflicts();
	}

	private <T> T withPermit(Supplier<T> change) {
		try {
			if (!this.permits.tryAcquire(PERMIT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("Duplicate store did not respond in time");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the duplicate store", ex);
		}
		try {
			return change.get();
		}
		finally {
			this.permits.release();
		}
	}

	private Slot read(@Nullable String value) {
		return Slot.read(value, this.clock.instant(), this.retention);
	}

	private Slot.Entry claimed(Key key, String claim) {
		return new Slot.Entry(key.digest(), now().plus(this.lease), claim);
	}

	/**
	 * Return the current time with the precision of the store.
	 */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private boolean replace(Key key, @Nullable String value, Slot slot) {
		String name = this.prefix + key.slot();
		return (value != null) ? this.store.replace(name, value, slot.write())
				: this.store.putIfAbsent(name, slot.write()) == null;
	}

	/**
	 * Verify that a change was made, as Redis may discard a concurrent change although
	 * the store reports success.
	 */
	private boolean isKept(Key key, Slot.@Nullable Entry entry) {
		return Objects.equals(read(this.store.get(this.prefix + key.slot())).find(key.digest()), entry);
	}

	private void pause(int conflicts) {
		LockSupport
			.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MICROSECONDS.toNanos(100 * (conflicts + 1))));
	}

	private IllegalStateException tooManyConflicts() {
		return new IllegalStateException("Duplicate store could not be updated because of too many concurrent changes");
	}

	/**
	 * Result of claiming a key.
	 */
	enum Outcome {

		/**
		 * The key is now claimed.
		 */
		CLAIMED,

		/**
		 * The key is claimed by another delivery.
		 */
		HELD,

		/**
		 * The key was handled.
		 */
		HANDLED

	}

	/**
	 * Identity of a key in the store.
	 *
	 * @param digest the digest of the key
	 * @param slot the number of its slot
	 */
	record Key(String digest, int slot) {

		private static final int DIGEST_LENGTH = 16;

		static Key of(String text) {
			try {
				byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
				ByteBuffer bytes = ByteBuffer.wrap(hash);
				byte[] digest = new byte[DIGEST_LENGTH];
				bytes.get(digest);
				return new Key(Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
						Math.floorMod(bytes.getInt(), SLOTS));
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("SHA-256 is not available", ex);
			}
		}

	}

}
