package io.github.crispspring.sample.page;

import reactor.core.publisher.Flux;

import org.springframework.http.codec.ServerSentEvent;

/**
 * Source of server-sent events for one part of the page.
 */
@FunctionalInterface
public interface PageFeed {

	/**
	 * Return the current state, followed by every change.
	 * @param sessionId the session identifier of the conversation in the chat box
	 * @return the events
	 * @throws IllegalArgumentException if the conversation does not exist
	 */
	Flux<ServerSentEvent<Object>> events(String sessionId);

	/**
	 * Create an event of a feed.
	 * @param name the name of the event
	 * @param data the data, which is sent as JSON
	 * @return the event
	 */
	static ServerSentEvent<Object> event(String name, Object data) {
		return ServerSentEvent.builder(data).event(name).build();
	}

}
