package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.message.ComposeType;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import io.github.crispspring.model.ConversationParticipant;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.model.ConversationVerification;
import org.jspecify.annotations.Nullable;

/**
 * Conversation of a website with a visitor.
 *
 * @param sessionId the identifier of the conversation
 * @param websiteId the identifier of the website
 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
 * @param peopleId the identifier of the visitor's profile
 * @param state the state
 * @param status the state as a number
 * @param isVerified whether the identity of the visitor is verified
 * @param isBlocked whether the visitor is blocked
 * @param availability the availability, such as {@code online}
 * @param active whether the visitor is active
 * @param lastMessage an excerpt of the last message
 * @param previewMessage an excerpt of the last message
 * @param topic the topic
 * @param verifications the verified identities of the visitor
 * @param participants the participants other than the visitor
 * @param mentions the identifiers of the mentioned operators
 * @param compose the typing indicators
 * @param unread the number of unread messages
 * @param assigned the operator it is assigned to
 * @param meta the data of the visitor
 * @param createdAt the start time
 * @param updatedAt the time of the last change
 * @param waitingSince the time since which the visitor has been waiting for a reply
 * @param extraFields the other fields, or {@code null} for none
 */
public record Conversation(String sessionId, String websiteId, @Nullable String inboxId, @Nullable String peopleId,
		@Nullable ConversationState state, @Nullable Integer status, @Nullable Boolean isVerified,
		@Nullable Boolean isBlocked, @Nullable String availability, @Nullable Active active,
		@Nullable String lastMessage, @Nullable PreviewMessage previewMessage, @Nullable String topic,
		List<ConversationVerification> verifications, List<ConversationParticipant> participants, List<String> mentions,
		@Nullable Compose compose, @Nullable Unread unread, @Nullable Assigned assigned,
		@Nullable ConversationMeta meta, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant waitingSince, @Nullable ExtraFields extraFields) {

	/**
	 * Create an instance without extra fields.
	 * @param sessionId the identifier of the conversation
	 * @param websiteId the identifier of the website
	 * @param inboxId the identifier of the inbox, or {@code null} for the main inbox
	 * @param peopleId the identifier of the visitor's profile
	 * @param state the state
	 * @param status the state as a number
	 * @param isVerified whether the identity of the visitor is verified
	 * @param isBlocked whether the visitor is blocked
	 * @param availability the availability, such as {@code online}
	 * @param active whether the visitor is active
	 * @param lastMessage an excerpt of the last message
	 * @param previewMessage an excerpt of the last message
	 * @param topic the topic
	 * @param verifications the verified identities of the visitor
	 * @param participants the participants other than the visitor
	 * @param mentions the identifiers of the mentioned operators
	 * @param compose the typing indicators
	 * @param unread the number of unread messages
	 * @param assigned the operator it is assigned to
	 * @param meta the metadata
	 * @param createdAt the start time
	 * @param updatedAt the time of the last change
	 * @param waitingSince the time since which the visitor has been waiting for a reply
	 */
	public Conversation(String sessionId, String websiteId, @Nullable String inboxId, @Nullable String peopleId,
			@Nullable ConversationState state, @Nullable Integer status, @Nullable Boolean isVerified,
			@Nullable Boolean isBlocked, @Nullable String availability, @Nullable Active active,
			@Nullable String lastMessage, @Nullable PreviewMessage previewMessage, @Nullable String topic,
			List<ConversationVerification> verifications, List<ConversationParticipant> participants,
			List<String> mentions, @Nullable Compose compose, @Nullable Unread unread, @Nullable Assigned assigned,
			@Nullable ConversationMeta meta, @Nullable Instant createdAt, @Nullable Instant updatedAt,
			@Nullable Instant waitingSince) {
		this(sessionId, websiteId, inboxId, peopleId, state, status, isVerified, isBlocked, availability, active,
				lastMessage, previewMessage, topic, verifications, participants, mentions, compose, unread, assigned,
				meta, createdAt, updatedAt, waitingSince, null);
	}

	/**
	 * Return a description without the texts of the conversation.
	 */
	@Override
	public String toString() {
		return "Conversation[sessionId=" + this.sessionId + ", websiteId=" + this.websiteId + ", state=" + this.state
				+ "]";
	}

	/**
	 * Activity of a visitor.
	 *
	 * @param now whether the visitor is active now
	 * @param last the time of the visitor's last activity
	 */
	public record Active(@Nullable Boolean now, @Nullable Instant last) {

	}

	/**
	 * Excerpt of a message.
	 *
	 * @param type the type of the content
	 * @param from the sender
	 * @param excerpt the beginning of the text
	 * @param fingerprint the fingerprint
	 */
	public record PreviewMessage(@Nullable String type, @Nullable Sender from, @Nullable String excerpt,
			@Nullable Long fingerprint) {

		@Override
		public String toString() {
			return "PreviewMessage[type=" + this.type + ", from=" + this.from + ", fingerprint=" + this.fingerprint
					+ "]";
		}

	}

	/**
	 * Typing indicators of a conversation.
	 *
	 * @param operator the typing operator
	 * @param visitor the visitor, if typing
	 */
	public record Compose(@Nullable Composer operator, @Nullable Composer visitor) {

	}

	/**
	 * Typing indicator of one side.
	 *
	 * @param type whether typing started or stopped
	 * @param excerpt the text typed so far
	 * @param timestamp the start time
	 * @param user the profile
	 * @param automated whether a program does it
	 */
	public record Composer(@Nullable ComposeType type, @Nullable String excerpt, @Nullable Instant timestamp,
			@Nullable MessageUser user, @Nullable Boolean automated) {

		@Override
		public String toString() {
			return "Composer[type=" + this.type + ", timestamp=" + this.timestamp + "]";
		}

	}

	/**
	 * Numbers of unread messages.
	 *
	 * @param operator the number of unread messages of the visitor
	 * @param visitor the number of unread messages of the operator side
	 */
	public record Unread(@Nullable Integer operator, @Nullable Integer visitor) {

	}

	/**
	 * Operator to whom a conversation is assigned.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
