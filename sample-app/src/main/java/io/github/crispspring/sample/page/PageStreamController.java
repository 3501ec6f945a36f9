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
 * HTTP endpoint with all server-sent events of the page. All parts share one stream,
 * because a browser opens at most six connections to a server for all of its tabs.
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
		// Signals, so that the stream, including its heartbeat, ends with any of its
		// parts, for example when the conversation is removed
		List<Flux<Signal<ServerSentEvent<Object>>>> parts = this.feeds.stream()
			.map((feed) -> feed.events(session).materialize())
			.toList();
		// A closed connection is only detected when something is written
		Flux<Signal<ServerSentEvent<Object>>> heartbeat = Flux.interval(HEARTBEAT)
			.map((tick) -> Signal.next(ServerSentEvent.builder().comment("").build()))
			.onBackpressureDrop();
		return Flux.merge(Flux.merge(Flux.fromIterable(parts), parts.size()), heartbeat)
			.<ServerSentEvent<Object>>dematerialize()
			.takeUntilOther(this.closing.asMono());
	}

	/**
	 * End the streams before the web server waits for active requests.
	 * @param event the event of the context that is being closed
	 */
	@EventListener
	void onClose(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing.tryEmitEmpty();
		}
	}

}
