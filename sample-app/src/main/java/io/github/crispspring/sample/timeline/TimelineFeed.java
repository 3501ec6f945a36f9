package io.github.crispspring.sample.timeline;

import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import io.github.crispspring.sample.page.PageFeed;
import reactor.core.publisher.Flux;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/**
 * Feed of the timeline.
 */
@Component
@OnlyWithEmbeddedCrisp
class TimelineFeed implements PageFeed {

	private final Timeline timeline;

	TimelineFeed(Timeline timeline) {
		this.timeline = timeline;
	}

	@Override
	public Flux<ServerSentEvent<Object>> events(String sessionId) {
		return this.timeline.entries().map((entry) -> PageFeed.event("timeline", entry));
	}

}
