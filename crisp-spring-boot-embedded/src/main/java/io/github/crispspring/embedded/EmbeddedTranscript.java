package io.github.crispspring.embedded;

import java.util.List;

import tools.jackson.core.JacksonException;

/**
 * What has been said in a conversation.
 *
 * @param nickname the name of the visitor
 * @param entries the messages, in the order in which they were sent
 */
public record EmbeddedTranscript(String nickname, List<Entry> entries) {

	/**
	 * Copy the list of entries.
	 */
	public EmbeddedTranscript {
		entries = List.copyOf(entries);
	}

	/**
	 * Read a transcript.
	 * @param json what {@link #toJson()} has returned
	 * @return the transcript
	 * @throws IllegalArgumentException if it is malformed
	 */
	public static EmbeddedTranscript parse(String json) {
		try {
			return Json.MAPPER.readValue(json, EmbeddedTranscript.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("The transcript is malformed: " + ex.getOriginalMessage(), ex);
		}
	}

	/**
	 * Return the transcript as JSON.
	 * @return the JSON
	 */
	public String toJson() {
		return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
	}

	/**
	 * Describes the transcript without the texts.
	 */
	@Override
	public String toString() {
		return "EmbeddedTranscript[" + this.entries.size() + " messages]";
	}

	/**
	 * Message of a transcript.
	 *
	 * @param from {@code user} for the visitor, {@code operator} for the other side
	 * @param text the text
	 */
	public record Entry(String from, String text) {

		/**
		 * Describes the entry without its text.
		 */
		@Override
		public String toString() {
			return "Entry[from=" + this.from + "]";
		}

	}

}
