package io.github.crispspring.sample.shop;

import io.github.crispspring.sample.crisp.ConversationChange;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import io.github.crispspring.sample.page.PageFeed;
import reactor.core.publisher.Flux;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * Feed of the conversation in the chat box.
 */
@Component
@OnlyWithEmbeddedCrisp
class VisitorFeed implements PageFeed {

	private final EmbeddedCrisp crisp;

	VisitorFeed(EmbeddedCrisp crisp) {
		this.crisp = crisp;
	}

	@Override
	public Flux<ServerSentEvent<Object>> events(String sessionId) {
		return this.crisp.changes(sessionId).map(this::event);
	}

	private ServerSentEvent<Object> event(ConversationChange change) {
		if (change instanceof ConversationChange.MessageChanged changed) {
			return PageFeed.event("visitor-message", changed.message());
		}
		if (change instanceof ConversationChange.OperatorTyping) {
			return PageFeed.event("visitor-typing", change);
		}
		return PageFeed.event("visitor-state", change);
	}

}
