package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Entries that the store keeps in one value, the oldest first. As a metadata store
 * neither lists nor expires its keys, the number of slots is fixed, and old entries are
 * removed when a slot is written.
 *
 * @param entries the handled and claimed keys
 */
record Slot(List<Entry> entries) {

	/**
	 * Length of the column in the table of Spring Integration.
	 */
	static final int MAX_LENGTH = 4000;

	/**
	 * Read a slot without expired entries.
	 * @param value the value in the store, or {@code null} if it is missing
	 */
	static Slot read(@Nullable String value, Instant now, Duration retention) {
		Instant oldest = now.minus(retention);
		return new Slot(Stream.ofNullable(value)
			.flatMap((text) -> Stream.of(text.split(" ")))
			.map(Entry::read)
			.flatMap(Stream::ofNullable)
			.filter((entry) -> entry.isClaim() ? entry.time().isAfter(now) : !entry.time().isBefore(oldest))
			.toList());
	}

	@Nullable Entry find(String digest) {
		return this.entries.stream().filter((entry) -> entry.digest().equals(digest)).findFirst().orElse(null);
	}

	/**
	 * Return the slot without the entry of a key.
	 */
	Slot without(String digest) {
		return new Slot(this.entries.stream().filter((entry) -> !entry.digest().equals(digest)).toList());
	}

	/**
	 * Return the slot with an entry, which replaces an entry of the same key.
	 * @param limit the maximum number of entries; the oldest handled ones are removed
	 * @throws IllegalStateException if the slot has no capacity left
	 */
	Slot with(Entry added, int limit) {
		List<Entry> entries = new ArrayList<>(without(added.digest()).entries);
		entries.add(added);
		Slot slot = new Slot(entries);
		while (entries.size() > limit || slot.write().length() > MAX_LENGTH) {
			Entry oldest = entries.stream()
				.filter((entry) -> !entry.isClaim() && entry != added)
				.findFirst()
				.orElse(null);
			if (oldest == null) {
				throw new IllegalStateException(
						"Duplicate store has no capacity left: too many events are being handled");
			}
			entries.remove(oldest);
		}
		return slot;
	}

	String write() {
		// Never empty, which some databases treat as null
		return this.entries.stream().map(Entry::write).collect(Collectors.joining(" ", "1 ", ""));
	}

	/**
	 * Entry of a key.
	 *
	 * @param digest the digest of the key
	 * @param time when the key was handled, or when the claim expires
	 * @param claim the unique identifier of the claim, or {@code null} if the key was
	 * handled
	 */
	record Entry(String digest, Instant time, @Nullable String claim) {

		private static final int RADIX = 36;

		/**
		 * Read an entry, {@code null} if it is malformed.
		 */
		static @Nullable Entry read(String text) {
			String[] parts = text.split("\\.");
			try {
				return (parts.length < 2) ? null : new Entry(parts[0],
						Instant.ofEpochMilli(Long.parseLong(parts[1], RADIX)), (parts.length > 2) ? parts[2] : null);
			}
			catch (NumberFormatException ex) {
				return null;
			}
		}

		boolean isClaim() {
			return this.claim != null;
		}

		private String write() {
			String handled = this.digest + "." + Long.toString(this.time.toEpochMilli(), RADIX);
			return (this.claim != null) ? handled + "." + this.claim : handled;
		}

	}

}
