package io.github.crispspring.sample.page;

import java.time.Duration;
import java.util.List;

import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Streams all that is live on the page. It is one stream, since a browser opens no more
 * than six connections to a server, for all its tabs together.
 */
@RestController
@OnlyWithEmbeddedCrisp
class PageStreamController {

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private final List<PageFeed> feeds;

	private final ApplicationContext context;

	PageStreamController(List<PageFeed> feeds, ApplicationContext context) {
		this.feeds = feeds;
		this.context = context;
	}

	@GetMapping(path = "/page/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<ServerSentEvent<Object>> stream(@RequestParam String session) {
		// As signals, since the end of one part, such as a conversation that is removed,
		// is to end the stream, heartbeat and all.
		List<Flux<Signal<ServerSentEvent<Object>>>> parts = this.feeds.stream()
			.map((feed) -> feed.events(session).materialize())
			.toList();
		// Only writing shows that a browser has gone.
		Flux<Signal<ServerSentEvent<Object>>> heartbeat = Flux.interval(HEARTBEAT)
			.map((tick) -> Signal.next(ServerSentEvent.builder().comment("").build()))
			.onBackpressureDrop();
		return Flux.merge(Flux.merge(Flux.fromIterable(parts), parts.size()), heartbeat)
			.<ServerSentEvent<Object>>dematerialize()
			.takeUntilOther(this.closing.asMono());
	}

	/**
	 * Ends the streams before the web server waits for its requests to finish.
	 * @param event tells that the application stops
	 */
	@EventListener
	void onClose(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing.tryEmitEmpty();
		}
	}

}
