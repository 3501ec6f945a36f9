package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.crispspring.dispatch.CrispEventDeduplicator;

import org.springframework.http.HttpHeaders;

/**
 * Verifier of requests that a widget of a plugin sends to the application. It checks the
 * signature and the age of a request, and that it was not received before.
 *
 * <pre class="code">
 * &#64;PostMapping("/widget")
 * Map&lt;String, Object&gt; order(@RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
 *   this.widgets.verify(headers, body);
 *   ...
 * }
 * </pre>
 *
 * {@link ReactiveCrispWidgetVerifier} is for reactive code.
 */
public final class CrispWidgetVerifier {

	private final ReactiveCrispWidgetVerifier verifier;

	/**
	 * Create a verifier.
	 * @param secrets the secrets that a request may be signed with, several during
	 * rotation
	 * @param tolerance the maximum difference between the timestamp of a request and the
	 * current time
	 * @param deduplicator remembers the requests that were received
	 * @param clock the clock to compare timestamps with
	 * @throws IllegalArgumentException if there is no secret, or the tolerance is not
	 * positive
	 */
	public CrispWidgetVerifier(List<String> secrets, Duration tolerance, CrispEventDeduplicator deduplicator,
			Clock clock) {
		this.verifier = new ReactiveCrispWidgetVerifier(secrets, tolerance, deduplicator, clock);
	}

	/**
	 * Verify a request.
	 * @param headers the headers
	 * @param body the body exactly as received
	 * @throws CrispWidgetRequestException if the request is rejected, which results in
	 * status 401
	 */
	public void verify(HttpHeaders headers, byte[] body) {
		this.verifier.verify(headers, body).block();
	}

}
