package io.github.crispspring.client.media;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Client for the animations that can be sent in messages.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#media-animation">Media
 * Animation</a>
 */
@HttpExchange("/v1/media/animation")
public interface ReactiveMediaAnimationClient {

	/**
	 * Search for animations.
	 * <p>
	 * Crisp sends the result in the realtime event {@code media:animation:listed}.
	 * <strong>Available to the user tier only.</strong>
	 * @param pageNumber the number of the page, starting at 1
	 * @param listId the identifier of the list, which the event repeats
	 * @param searchQuery the text to search for
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-animation-medias">List
	 * Animation Medias</a>
	 */
	@GetExchange("/list/{pageNumber}")
	Mono<Void> listAnimationMedias(@PathVariable int pageNumber, @RequestParam("list_id") String listId,
			@RequestParam("search_query") String searchQuery);

	/**
	 * List animations.
	 * <p>
	 * Crisp sends the result in the realtime event {@code media:animation:listed}.
	 * <strong>Available to the user tier only.</strong>
	 * @param pageNumber the number of the page, starting at 1
	 * @param listId the identifier of the list, which the event repeats
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-animation-medias">List
	 * Animation Medias</a>
	 */
	@GetExchange("/list/{pageNumber}")
	Mono<Void> listAnimationMedias(@PathVariable int pageNumber, @RequestParam("list_id") String listId);

}
