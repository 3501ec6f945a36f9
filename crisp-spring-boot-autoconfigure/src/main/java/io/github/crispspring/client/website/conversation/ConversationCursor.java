package io.github.crispspring.client.website.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Position in the list of conversations, which is read from the one that changed last to
 * the one that changed first after the previous reading. What changes meanwhile is left
 * to the next reading.
 *
 * @param since the end of the previous reading: the time of the change up to which all
 * conversations were returned
 * @param sinceIds the conversations with a change at exactly that time that were returned
 * @param reading the unfinished reading, or {@code null} if there is none
 */
record ConversationCursor(Instant since, Set<String> sinceIds, @Nullable Reading reading) {

	private static final String VERSION = "1";

	static ConversationCursor since(Instant since) {
		return new ConversationCursor(since, Set.of(), null);
	}

	/**
	 * Read a cursor from its text.
	 * @throws IllegalArgumentException if it is malformed
	 */
	static ConversationCursor parse(String text) {
		try {
			String[] lines = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
			if (lines[0].equals(VERSION)) {
				Reading reading = !lines[3].isEmpty() ? new Reading(time(lines[3]), ids(lines[4]), time(lines[5]),
						ids(lines[6]), Integer.parseInt(lines[7])) : null;
				return new ConversationCursor(time(lines[1]), ids(lines[2]), reading);
			}
		}
		catch (IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
			// Reported below
		}
		throw new IllegalArgumentException(
				"The cursor is malformed. Use one that was returned with a conversation, or begin at a time");
	}

	String format() {
		String begin = String.join("\n", VERSION, text(this.since), text(this.sinceIds));
		Reading unfinished = this.reading;
		String rest = (unfinished != null) ? String.join("\n", text(unfinished.top), text(unfinished.topIds),
				text(unfinished.last), text(unfinished.lastIds), Integer.toString(unfinished.page)) : "";
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((begin + "\n" + rest).getBytes(StandardCharsets.UTF_8));
	}

	private static Instant time(String text) {
		return Instant.ofEpochMilli(Long.parseLong(text));
	}

	private static String text(Instant time) {
		return Long.toString(time.toEpochMilli());
	}

	private static Set<String> ids(String text) {
		return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(",")));
	}

	private static String text(Set<String> ids) {
		return String.join(",", ids);
	}

	/**
	 * Unfinished reading.
	 *
	 * @param top the time of the newest change when the reading began
	 * @param topIds the conversations with a change at exactly that time that were
	 * returned
	 * @param last the time of the change of the conversation that was returned last
	 * @param lastIds the conversations with a change at exactly that time that were
	 * returned
	 * @param page the number of the page that it was on
	 */
	record Reading(Instant top, Set<String> topIds, Instant last, Set<String> lastIds, int page) {

	}

}
