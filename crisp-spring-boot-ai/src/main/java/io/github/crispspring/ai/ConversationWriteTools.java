package io.github.crispspring.ai;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.crispspring.client.website.conversation.ConversationMeta;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.model.ConversationState;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.util.StringUtils;

/**
 * Tools that change a conversation.
 */
final class ConversationWriteTools {

	private final WebsiteConversationClient client;

	private final ToolScope scope;

	ConversationWriteTools(WebsiteConversationClient client, ToolScope scope) {
		this.client = client;
		this.scope = scope;
	}

	@Tool(name = "crisp_reply", description = """
			Send a message to the visitor of a conversation. The visitor receives it immediately, and it cannot be \
			taken back.""")
	String reply(@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(description = ToolDescriptions.SESSION_ID) @Nullable String sessionId,
			@ToolParam(description = "The message, in Markdown") @Nullable String text) {
		conversation(websiteId, sessionId).reply(ToolScope.text("text", text));
		return "The message was sent.";
	}

	@Tool(name = "crisp_add_note",
			description = "Add a private note to a conversation, which the operators see, but not the visitor.")
	String addNote(@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(description = ToolDescriptions.SESSION_ID) @Nullable String sessionId,
			@ToolParam(description = "The note") @Nullable String text) {
		conversation(websiteId, sessionId).note(ToolScope.text("text", text));
		return "The note was added.";
	}

	@Tool(name = "crisp_assign", description = """
			Assign a conversation to an operator, or remove the assignment. Find operators with \
			'crisp_list_operators'.""")
	String assign(@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(description = ToolDescriptions.SESSION_ID) @Nullable String sessionId,
			@ToolParam(required = false,
					description = "The identifier of the operator. The assignment is removed if omitted.") @Nullable String operatorId) {
		CrispConversation conversation = conversation(websiteId, sessionId);
		if (!StringUtils.hasText(operatorId)) {
			conversation.unassign();
			return "The assignment was removed.";
		}
		conversation.assign(ToolScope.identifier("operatorId", operatorId));
		return "The conversation was assigned.";
	}

	@Tool(name = "crisp_change_state",
			description = "Resolve a conversation when the request of the visitor is completed, or open it again.")
	String changeState(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(description = ToolDescriptions.SESSION_ID) @Nullable String sessionId,
			@ToolParam(description = "The state: resolved, unresolved or pending") @Nullable String state) {
		ConversationState wanted = switch (String.valueOf(state).strip().toLowerCase(Locale.ROOT)) {
			case "resolved" -> ConversationState.RESOLVED;
			case "unresolved" -> ConversationState.UNRESOLVED;
			case "pending" -> ConversationState.PENDING;
			default -> throw new RejectedToolCallException("'state' must be 'resolved', 'unresolved' or 'pending'.");
		};
		conversation(websiteId, sessionId).changeState(wanted);
		return "The state was changed.";
	}

	@Tool(name = "crisp_change_segments",
			description = "Add segments, which are tags, to a conversation, or remove them. Others are kept.")
	String changeSegments(
			@ToolParam(required = false, description = ToolDescriptions.WEBSITE_ID) @Nullable String websiteId,
			@ToolParam(description = ToolDescriptions.SESSION_ID) @Nullable String sessionId,
			@ToolParam(required = false, description = "The segments to add") @Nullable List<String> add,
			@ToolParam(required = false, description = "The segments to remove") @Nullable List<String> remove) {
		String website = this.scope.website(websiteId);
		String session = this.scope.session(sessionId);
		List<String> current = this.client.getConversationMetas(website, session).segments();
		Set<String> segments = new LinkedHashSet<>((current != null) ? current : List.of());
		if (add != null) {
			segments.addAll(add);
		}
		if (remove != null) {
			remove.forEach(segments::remove);
		}
		this.client.updateConversationMetas(website, session,
				ConversationMeta.builder().segments(List.copyOf(segments)).build());
		return "The segments are: " + String.join(", ", segments);
	}

	private CrispConversation conversation(@Nullable String websiteId, @Nullable String sessionId) {
		return new CrispConversation(this.client, this.scope.website(websiteId), this.scope.session(sessionId));
	}

}
