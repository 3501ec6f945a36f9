package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A part of what is remembered, as the store keeps it in one value: what was handled and
 * what is claimed, the oldest first. A metadata store neither lists its keys nor forgets
 * any: the number of slots is fixed, and each forgets what is old when it is written.
 *
 * @param entries what is remembered
 */
record Slot(List<Entry> entries) {

	/**
	 * What the column of Spring Integration's table takes.
	 */
	static final int MAX_LENGTH = 4000;

	/**
	 * Read a slot, without what is too old to be of interest.
	 * @param value what the store has, {@code null} if nothing
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
	 * Return the slot without what is remembered of a key.
	 */
	Slot without(String digest) {
		return new Slot(this.entries.stream().filter((entry) -> !entry.digest().equals(digest)).toList());
	}

	/**
	 * Return the slot with an entry, which replaces what was remembered of its key.
	 * @param limit how many entries a slot has at most; the oldest that were handled make
	 * room
	 * @throws IllegalStateException if there is no room
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
				throw new IllegalStateException("Too many events are being handled to remember one more");
			}
			entries.remove(oldest);
		}
		return slot;
	}

	String write() {
		// Never empty, which some databases take for nothing
		return this.entries.stream().map(Entry::write).collect(Collectors.joining(" ", "1 ", ""));
	}

	/**
	 * What is remembered of a key.
	 *
	 * @param digest a digest of the key
	 * @param time when it was handled; of a claim, when it ends
	 * @param claim what tells the claim from all others, {@code null} if it was handled
	 */
	record Entry(String digest, Instant time, @Nullable String claim) {

		private static final int RADIX = 36;

		/**
		 * Read an entry, {@code null} if it is none.
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
