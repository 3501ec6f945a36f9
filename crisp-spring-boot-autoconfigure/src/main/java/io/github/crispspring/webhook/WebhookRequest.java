package io.github.crispspring.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/**
 * Parts of a request that are relevant for webhooks, independent of the web stack. Values
 * of headers are unparsed.
 *
 * @param method the HTTP method
 * @param contentType the media type of the body
 * @param signature the signature, used by the webhooks of plugins
 * @param timestamp when the request was signed
 * @param attempt the number of the delivery attempt
 * @param attemptLimit the maximum number of delivery attempts
 * @param key the key, used by the webhooks of websites
 * @param body the source of the body
 */
record WebhookRequest(String method, @Nullable String contentType, @Nullable String signature,
		@Nullable String timestamp, @Nullable String attempt, @Nullable String attemptLimit, @Nullable String key,
		WebhookBodySource body) {

	/**
	 * Extract the relevant parts of a request.
	 * @param method the HTTP method
	 * @param headers function that returns the first value of a header
	 * @param query the query string, still encoded
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
	 * Read the key from the query string. Request parameters cannot be used, as they
	 * would read the body as a form.
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
	 * Return whether the body is JSON. A charset is ignored, as JSON defines its
	 * encoding.
	 */
	boolean isJson() {
		return isJson(this.contentType);
	}

	/**
	 * Return whether a request may be a webhook.
	 * @param method the HTTP method
	 * @param contentType the media type of the body
	 */
	static boolean isJsonPost(String method, @Nullable String contentType) {
		return method.equals("POST") && isJson(contentType);
	}

	private static boolean isJson(@Nullable String contentType) {
		return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
	}

	/**
	 * Describes the request without signature, key and body.
	 */
	@Override
	public String toString() {
		return "WebhookRequest[method=" + this.method + ", attempt=" + this.attempt + "]";
	}

}
