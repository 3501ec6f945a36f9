package io.github.crispspring.sample.desk;

import io.github.crispspring.sample.crisp.DeskChange;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import io.github.crispspring.sample.page.PageFeed;
import reactor.core.publisher.Flux;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * Feed of all conversations and their messages for the operator's part of the page.
 */
@Component
@OnlyWithEmbeddedCrisp
class DeskFeed implements PageFeed {

	private final EmbeddedCrisp crisp;

	DeskFeed(EmbeddedCrisp crisp) {
		this.crisp = crisp;
	}

	@Override
	public Flux<ServerSentEvent<Object>> events(String sessionId) {
		return this.crisp.desk().changes().map(this::event);
	}

	private ServerSentEvent<Object> event(DeskChange change) {
		if (change instanceof DeskChange.ConversationChanged changed) {
			return PageFeed.event("desk-conversation", changed.conversation());
		}
		if (change instanceof DeskChange.MessageChanged) {
			return PageFeed.event("desk-message", change);
		}
		return PageFeed.event("desk-removed", change);
	}

}
