package io.github.crispspring.replicas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.client.website.conversation.CrispHandoverStore.Handover;
import io.github.crispspring.client.website.conversation.CrispHandoverStore.Status;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that the store keeps in one value. As a metadata store neither lists nor
 * expires its keys, the number of slots is fixed, and the conversations that were
 * confirmed least recently are removed when a slot is full.
 *
 * @param entries the conversations
 */
record HandoverSlot(List<Entry> entries) {

	static HandoverSlot read(@Nullable String value) {
		return new HandoverSlot(Stream.ofNullable(value)
			.flatMap((text) -> Stream.of(text.split(" ")))
			.map(Entry::read)
			.flatMap(Stream::ofNullable)
			.toList());
	}

	@Nullable Handover find(String digest) {
		return this.entries.stream()
			.filter((entry) -> entry.digest().equals(digest))
			.map(Entry::handover)
			.findFirst()
			.orElse(null);
	}

	HandoverSlot with(String digest, Handover handover) {
		List<Entry> entries = new ArrayList<>(this.entries);
		entries.removeIf((entry) -> entry.digest().equals(digest));
		entries.sort(Comparator.comparing((entry) -> entry.handover().checkedAt()));
		entries.add(new Entry(digest, handover));
		HandoverSlot slot = new HandoverSlot(entries);
		while (slot.write().length() > Slot.MAX_LENGTH) {
			entries.remove(0);
		}
		return slot;
	}

	String write() {
		// Never empty, which some databases treat as null
		return this.entries.stream().map(Entry::write).collect(Collectors.joining(" ", "1 ", ""));
	}

	/**
	 * What is remembered of a conversation.
	 *
	 * @param digest the digest of its key
	 * @param handover what is remembered
	 */
	record Entry(String digest, Handover handover) {

		private static final int RADIX = 36;

		private static final int PARTS = 4;

		/**
		 * Read an entry, {@code null} if it is malformed.
		 */
		static @Nullable Entry read(String text) {
			String[] parts = text.split("\\.", PARTS);
			if (parts.length < PARTS) {
				return null;
			}
			try {
				Status status = Status.valueOf(parts[1]);
				return new Entry(parts[0],
						new Handover(status, parts[2].isEmpty() ? null : time(parts[2]), time(parts[3])));
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

		private static Instant time(String text) {
			return Instant.ofEpochMilli(Long.parseLong(text, RADIX));
		}

		private String write() {
			return String.join(".", this.digest, this.handover.status().name(), time(this.handover.changedAt()),
					time(this.handover.checkedAt()));
		}

		private static String time(@Nullable Instant time) {
			return (time != null) ? Long.toString(time.toEpochMilli(), RADIX) : "";
		}

	}

}
