package io.github.crispspring.ai;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.crispspring.client.website.WebsiteClient;

import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.util.Assert;

/**
 * Crisp as tools for a model. There are none unless {@code crisp.ai.tools.websites} names
 * websites, and none that write unless {@code crisp.ai.tools.write} is {@code true}.
 * <p>
 * A model decides how it calls tools, and what visitors write may influence it. The tools
 * therefore check each call: a website that is not named is rejected, and so are
 * conversations of other websites. Results have a limited size. An error is a sentence
 * for the model, without addresses and credentials.
 * <p>
 * The tools of this provider read the conversations of all visitors. Offer them to models
 * that work for operators, such as by an MCP server. A model that answers a visitor
 * should have the tools of {@link #forConversation} at most.
 */
public final class CrispTools implements ToolCallbackProvider {

	static final List<Class<?>> TYPES = List.of(WebsiteTools.class, ConversationTools.class, HelpdeskTools.class,
			ConversationWriteTools.class);

	private final WebsiteClient client;

	private final HelpdeskSearch search;

	private final CrispAiProperties.Tools properties;

	private final ToolLimits limits;

	private final ToolCallback[] callbacks;

	CrispTools(WebsiteClient client, HelpdeskSearch search, CrispAiProperties.Tools properties) {
		this.client = client;
		this.search = search;
		this.properties = properties;
		this.limits = new ToolLimits(properties.maxResults(), properties.maxTextLength());
		this.callbacks = callbacks(new ToolScope(properties.websites(), null));
	}

	/**
	 * Return the tools for all conversations of the websites that are named.
	 * @return the tools, ordered by name; none if no website is named
	 */
	@Override
	public ToolCallback[] getToolCallbacks() {
		return this.callbacks.clone();
	}

	/**
	 * Return the tools for one conversation: to read it, to search the help desk, and, if
	 * {@code crisp.ai.tools.write} is {@code true}, to write in it. They reject every
	 * other conversation.
	 * @param websiteId the identifier of the website, which must be one of
	 * {@code crisp.ai.tools.websites}
	 * @param sessionId the identifier of the conversation
	 * @return the tools
	 * @throws IllegalArgumentException if the website is not named
	 */
	public ToolCallbackProvider forConversation(String websiteId, String sessionId) {
		Assert.isTrue(this.properties.websites().contains(websiteId),
				() -> "'crisp.ai.tools.websites' must contain the website " + websiteId);
		return ToolCallbackProvider.from(callbacks(new ToolScope(Set.of(websiteId), sessionId)));
	}

	private ToolCallback[] callbacks(ToolScope scope) {
		if (scope.websites().isEmpty()) {
			return new ToolCallback[0];
		}
		List<Object> tools = new ArrayList<>();
		tools.add(new ConversationTools(this.client, scope, this.limits, this.properties.notes()));
		tools.add(new HelpdeskTools(this.search, scope, this.limits));
		if (scope.sessionId() == null) {
			tools.add(new WebsiteTools(this.client, scope, this.limits, this.properties.notes()));
		}
		if (this.properties.write()) {
			tools.add(new ConversationWriteTools(this.client, scope));
		}
		return Stream.of(ToolCallbacks.from(tools.toArray()))
			.sorted(Comparator.comparing((tool) -> tool.getToolDefinition().name()))
			.map(CrispToolCallback::new)
			.toArray(ToolCallback[]::new);
	}

}
