package io.github.crispspring.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * What matters of a request, the same on Spring MVC and on Spring WebFlux. Texts are as
 * they were sent.
 *
 * @param method the verb
 * @param contentType the type of the body
 * @param signature the signature of a plugin hook
 * @param timestamp when the request was signed
 * @param attempt how often the event was delivered with this time
 * @param attemptLimit how often the event is delivered at most
 * @param key the key of a website hook
 * @param body the source of the body
 */
record WebhookRequest(String method, @Nullable String contentType, @Nullable String signature,
		@Nullable String timestamp, @Nullable String attempt, @Nullable String attemptLimit, @Nullable String key,
		WebhookBodySource body) {

	/**
	 * Take what matters from a request.
	 * @param method the verb
	 * @param headers returns the first value of a header
	 * @param query the query as it was sent
	 * @param body the source of the body
	 * @return the request
	 */
	static WebhookRequest of(String method, Function<String, @Nullable String> headers, @Nullable String query,
			WebhookBodySource body) {
		return new WebhookRequest(method, headers.apply(HttpHeaders.CONTENT_TYPE), headers.apply("X-Crisp-Signature"),
				headers.apply("X-Crisp-Request-Timestamp"), headers.apply("X-Delivery-Attempt-Count"),
				headers.apply("X-Delivery-Attempt-Limit"), key(query), body);
	}

	/**
	 * The query alone counts: the parameters of a request may also come from its body,
	 * which must not be read as a form.
	 */
	private static @Nullable String key(@Nullable String query) {
		for (String parameter : StringUtils.tokenizeToStringArray(query, "&")) {
			if (parameter.startsWith("key=")) {
				try {
					return URLDecoder.decode(parameter.substring(4), StandardCharsets.UTF_8);
				}
				catch (IllegalArgumentException ex) {
					return null;
				}
			}
		}
		return null;
	}

	/**
	 * Whatever charset it names: JSON tells its own.
	 */
	boolean isJson() {
		return this.contentType != null
				&& this.contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
	}

	/**
	 * Describes the request without its proof and its body.
	 */
	@Override
	public String toString() {
		return "WebhookRequest[method=" + this.method + ", attempt=" + this.attempt + "]";
	}

}
