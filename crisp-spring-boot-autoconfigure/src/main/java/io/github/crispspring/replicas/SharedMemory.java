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
 * What instances remember together. Its methods block, and fail as the store does.
 */
final class SharedMemory {

	/**
	 * The same for all instances and versions, or they would not find what others wrote.
	 */
	static final int SLOTS = 4096;

	/**
	 * How many entries fit into a slot's value when most of them were handled.
	 */
	private static final int MAX_ENTRIES = 110;

	/**
	 * Keys spread unevenly: that many times its share a slot may take.
	 */
	private static final int UNEVENNESS = 3;

	private static final int MIN_ENTRIES = 32;

	/**
	 * The largest capacity for which all slots have room.
	 */
	static final int MAX_CAPACITY = SLOTS * MAX_ENTRIES / UNEVENNESS;

	private static final int MAX_CONFLICTS = 200;

	/**
	 * How many threads of this instance may change the store at the same time. Redis
	 * makes all but one of those who do begin anew.
	 */
	private static final int WRITERS = 2;

	private static final Duration TURN_LIMIT = Duration.ofSeconds(30);

	private final Semaphore turns = new Semaphore(WRITERS, true);

	private final ConcurrentMetadataStore store;

	private final String prefix;

	private final int entries;

	private final Duration retention;

	private final Duration lease;

	private final Clock clock;

	/**
	 * Create a memory.
	 * @param store where it is kept
	 * @param group the name that is common to those who share it
	 * @param capacity how many keys are remembered at least, the newest
	 * @param retention how long they are remembered
	 * @param lease how long a claim lasts after it was renewed
	 * @param clock tells the time
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
	 * Claim a key, unless it was handled or somebody else has claimed it.
	 * @param claim what tells the claim from all others: claiming again with the same
	 * succeeds
	 */
	Outcome claim(Key key, String claim) {
		return inTurn(() -> claimNow(key, claim));
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
	 * Let a claim last for longer. One that is gone is not made anew: it may have been
	 * released meanwhile.
	 * @return whether it still stands
	 */
	boolean renew(Key key, String claim) {
		return update(key, (slot) -> isClaimed(slot, key, claim) ? slot.with(claimed(key, claim), this.entries) : null);
	}

	/**
	 * Remember that a key was handled, whoever has claimed it.
	 */
	void handled(Key key) {
		update(key, (slot) -> slot.with(new Slot.Entry(key.digest(), now(), null), this.entries));
	}

	/**
	 * Forget a claim, so that the key can be claimed again.
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
	 * @return whether there was something to change
	 */
	private boolean update(Key key, Function<Slot, @Nullable Slot> change) {
		return inTurn(() -> updateNow(key, change));
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

	private <T> T inTurn(Supplier<T> change) {
		try {
			if (!this.turns.tryAcquire(TURN_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("The store of what was handled is too slow");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the store of what was handled is busy", ex);
		}
		try {
			return change.get();
		}
		finally {
			this.turns.release();
		}
	}

	private Slot read(@Nullable String value) {
		return Slot.read(value, this.clock.instant(), this.retention);
	}

	private Slot.Entry claimed(Key key, String claim) {
		return new Slot.Entry(key.digest(), now().plus(this.lease), claim);
	}

	/**
	 * The time as precisely as it is kept.
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
	 * Look whether a change was made: of many at the same time, Redis discards some of
	 * which the store says that they were.
	 */
	private boolean isKept(Key key, Slot.@Nullable Entry entry) {
		return Objects.equals(read(this.store.get(this.prefix + key.slot())).find(key.digest()), entry);
	}

	private void pause(int conflicts) {
		LockSupport
			.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MICROSECONDS.toNanos(100 * (conflicts + 1))));
	}

	private IllegalStateException tooManyConflicts() {
		return new IllegalStateException("The store of what was handled is changed by others all the time");
	}

	/**
	 * What became of the wish to claim a key.
	 */
	enum Outcome {

		/**
		 * It is claimed.
		 */
		CLAIMED,

		/**
		 * Somebody else has claimed it.
		 */
		HELD,

		/**
		 * It was handled.
		 */
		HANDLED

	}

	/**
	 * What is remembered of a key, and where.
	 *
	 * @param digest tells it from all others
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
				throw new IllegalStateException("Every Java platform has SHA-256", ex);
			}
		}

	}

}
