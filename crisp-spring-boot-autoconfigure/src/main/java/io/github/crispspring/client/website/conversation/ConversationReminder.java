package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.github.crispspring.message.MessageUser;
import org.jspecify.annotations.Nullable;

/**
 * When a conversation is to come back to attention.
 *
 * @param date when
 * @param note what to remember
 * @param user who is shown to have set it
 * @param origin where it was set, such as the URN of an integration
 */
public record ConversationReminder(@JsonFormat(shape = JsonFormat.Shape.STRING) Instant date, String note,
		@Nullable MessageUser user, @Nullable String origin) {

	/**
	 * Create a reminder of the website.
	 * @param date when
	 * @param note what to remember
	 * @return what to send
	 */
	public static ConversationReminder at(Instant date, String note) {
		return new ConversationReminder(date, note, null, null);
	}

	@Override
	public String toString() {
		return "ConversationReminder[date=" + this.date + "]";
	}

}
