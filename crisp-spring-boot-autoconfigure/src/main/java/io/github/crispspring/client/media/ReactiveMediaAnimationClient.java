package io.github.crispspring.client.media;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Animations that can be sent in messages.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#media-animation">Media
 * Animation</a>
 */
@HttpExchange("/v1/media/animation")
public interface ReactiveMediaAnimationClient {

	/**
	 * <strong>User tier only.</strong> Search for animations.
	 * <p>
	 * They come as the realtime event {@code media:animation:listed}.
	 * @param pageNumber the page, from 1
	 * @param listId the identifier of the list, by which it can be recognised
	 * @param searchQuery what to search for
	 * @return completes when the list is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-animation-medias">List
	 * Animation Medias</a>
	 */
	@GetExchange("/list/{pageNumber}")
	Mono<Void> listAnimationMedias(@PathVariable int pageNumber, @RequestParam("list_id") String listId,
			@RequestParam("search_query") String searchQuery);

	/**
	 * <strong>User tier only.</strong> List animations.
	 * <p>
	 * They come as the realtime event {@code media:animation:listed}.
	 * @param pageNumber the page, from 1
	 * @param listId the identifier of the list, by which it can be recognised
	 * @return completes when the list is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-animation-medias">List
	 * Animation Medias</a>
	 */
	@GetExchange("/list/{pageNumber}")
	Mono<Void> listAnimationMedias(@PathVariable int pageNumber, @RequestParam("list_id") String listId);

}
