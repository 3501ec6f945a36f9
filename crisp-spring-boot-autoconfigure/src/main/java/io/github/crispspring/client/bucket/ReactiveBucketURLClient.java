package io.github.crispspring.client.bucket;

import io.github.crispspring.client.CrispAuthenticationException;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Client for requesting URLs to which files can be uploaded.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispAuthenticationException} if
 * the token lacks a required scope.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#bucket-url">Bucket
 * URL</a>
 */
@HttpExchange("/v1/bucket/url")
public interface ReactiveBucketURLClient {

	/**
	 * Request a URL to which a file can be uploaded.
	 * <p>
	 * Crisp sends the URL in a realtime event, such as
	 * {@code bucket:url:upload:generated}. Available to the user, plugin and website
	 * tiers.
	 * @param data the file and its purpose
	 * @return a signal that the request has completed
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#bucket-url">Generate
	 * Bucket URL</a>
	 */
	@PostExchange("/generate")
	Mono<Void> generateBucketURL(@RequestBody BucketURLRequest data);

}
