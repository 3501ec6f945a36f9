package io.github.crispspring.client.website.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Relations of a conversation.
 *
 * @param conversations the related conversations
 */
public record ConversationRelations(@Nullable Conversations conversations) {

	/**
	 * Related conversations.
	 *
	 * @param parent the identifier of the conversation it was made from
	 * @param children the identifiers of those made from it
	 */
	public record Conversations(@Nullable String parent, List<String> children) {

	}

}
