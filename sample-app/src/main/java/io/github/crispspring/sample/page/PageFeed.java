package io.github.crispspring.sample.page;

import reactor.core.publisher.Flux;

import org.springframework.http.codec.ServerSentEvent;

/**
 * A part of the page that is live.
 */
@FunctionalInterface
public interface PageFeed {

	/**
	 * Returns what the part shows now, then every change.
	 * @param sessionId the conversation that is open in the chat box
	 * @return the events, each named after what it is about
	 * @throws IllegalArgumentException if there is no such conversation
	 */
	Flux<ServerSentEvent<Object>> events(String sessionId);

	/**
	 * Creates an event of a feed.
	 * @param name what it is about
	 * @param data what the page gets, as JSON
	 * @return the event
	 */
	static ServerSentEvent<Object> event(String name, Object data) {
		return ServerSentEvent.builder(data).event(name).build();
	}

}
