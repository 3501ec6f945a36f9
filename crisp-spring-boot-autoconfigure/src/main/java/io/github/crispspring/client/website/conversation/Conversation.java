package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.List;

import io.github.crispspring.model.ConversationParticipant;
import io.github.crispspring.model.ConversationState;
import io.github.crispspring.model.ConversationVerification;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.message.ComposeType;
import io.github.crispspring.message.MessageUser;
import io.github.crispspring.message.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a visitor with a website.
 *
 * @param sessionId the identifier of the conversation
 * @param websiteId the identifier of the website
 * @param inboxId the identifier of the inbox it is in, absent for the main one
 * @param peopleId the identifier of the visitor's profile
 * @param state its state
 * @param status its state as a number
 * @param isVerified whether the identity of the visitor is verified
 * @param isBlocked whether the visitor is blocked
 * @param availability whether the visitor is there, such as {@code online}
 * @param active whether the visitor is active
 * @param lastMessage an excerpt of the last message
 * @param previewMessage the last message in short
 * @param topic what it is about
 * @param verifications how the identity of the visitor was verified
 * @param participants who takes part besides the visitor
 * @param mentions the identifiers of the operators who were mentioned
 * @param compose who is typing
 * @param unread how many messages are unread
 * @param assigned the operator it is assigned to
 * @param meta the data of the visitor
 * @param createdAt when it began
 * @param updatedAt when it last changed
 * @param waitingSince since when the visitor has been waiting for an answer
 * @param extraFields the fields without a readable component, if any
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
	 * @param inboxId the identifier of the inbox it is in, absent for the main one
	 * @param peopleId the identifier of the visitor's profile
	 * @param state its state
	 * @param status its state as a number
	 * @param isVerified whether the identity of the visitor is verified
	 * @param isBlocked whether the visitor is blocked
	 * @param availability whether the visitor is there, such as {@code online}
	 * @param active whether the visitor is active
	 * @param lastMessage an excerpt of the last message
	 * @param previewMessage the last message in short
	 * @param topic what it is about
	 * @param verifications how the identity of the visitor was verified
	 * @param participants who takes part besides the visitor
	 * @param mentions the identifiers of the operators who were mentioned
	 * @param compose who is typing
	 * @param unread how many messages are unread
	 * @param assigned the operator it is assigned to
	 * @param meta what is known of the visitor
	 * @param createdAt when it began
	 * @param updatedAt when it last changed
	 * @param waitingSince since when the visitor has been waiting for an answer
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
	 * Describes the conversation without what was written in it.
	 */
	@Override
	public String toString() {
		return "Conversation[sessionId=" + this.sessionId + ", websiteId=" + this.websiteId + ", state=" + this.state
				+ "]";
	}

	/**
	 * Whether a visitor is active.
	 *
	 * @param now whether the visitor is active now
	 * @param last when the visitor was last active
	 */
	public record Active(@Nullable Boolean now, @Nullable Instant last) {

	}

	/**
	 * A message in short.
	 *
	 * @param type the kind of its content
	 * @param from who sent it
	 * @param excerpt the beginning of its text
	 * @param fingerprint its fingerprint
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
	 * Who is typing.
	 *
	 * @param operator the operator who is
	 * @param visitor the visitor, if typing
	 */
	public record Compose(@Nullable Composer operator, @Nullable Composer visitor) {

	}

	/**
	 * Somebody who is typing.
	 *
	 * @param type whether typing started or stopped
	 * @param excerpt what is typed so far
	 * @param timestamp since when
	 * @param user who it is
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
	 * How many messages are unread.
	 *
	 * @param operator how many of the visitor's
	 * @param visitor how many of the website's
	 */
	public record Unread(@Nullable Integer operator, @Nullable Integer visitor) {

	}

	/**
	 * The operator a conversation is assigned to.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
