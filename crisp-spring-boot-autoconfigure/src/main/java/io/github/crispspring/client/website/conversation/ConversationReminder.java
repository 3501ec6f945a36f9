package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.crispspring.message.MessageUser;
import org.jspecify.annotations.Nullable;

/**
 * Reminder of a conversation.
 *
 * @param date the time
 * @param note the note
 * @param user the user shown as the author of the reminder
 * @param origin the origin of the reminder, such as the URN of an integration
 */
public record ConversationReminder(@JsonFormat(shape = JsonFormat.Shape.STRING) Instant date, String note,
		@Nullable MessageUser user, @Nullable String origin) {

	/**
	 * Create a reminder with a note.
	 * @param date the time
	 * @param note the note
	 * @return the instance
	 */
	public static ConversationReminder at(Instant date, String note) {
		return new ConversationReminder(date, note, null, null);
	}

	@Override
	public String toString() {
		return "ConversationReminder[date=" + this.date + "]";
	}

}
