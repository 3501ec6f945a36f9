package io.github.crispspring.test;

import java.util.List;
import java.util.function.Predicate;

import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.NoteContent;

/**
 * The result of an event that the listeners have handled.
 *
 * @param calls the calls that were made while the event was handled, in order
 */
public record CrispEventResult(List<CrispCall> calls) {

	/**
	 * Return the messages that were sent, except notes.
	 * @return the contents, in order
	 */
	public List<MessageContent> replies() {
		return sent((content) -> !(content instanceof NoteContent));
	}

	/**
	 * Return the notes that were sent, which only operators see.
	 * @return the contents, in order
	 */
	public List<MessageContent> notes() {
		return sent(NoteContent.class::isInstance);
	}

	private List<MessageContent> sent(Predicate<MessageContent> kind) {
		return this.calls.stream().flatMap((call) -> call.sentContent().stream()).filter(kind).toList();
	}

}
