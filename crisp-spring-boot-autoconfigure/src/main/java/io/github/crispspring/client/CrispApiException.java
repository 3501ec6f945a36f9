package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * Exception thrown when Crisp responds with an error: the status is not 2xx, or the body
 * reports an error. Errors that applications often handle separately have their own
 * subclass. All others are instances of this class and differ by their
 * {@linkplain #getStatusCode() status} and {@linkplain #getReason() reason}.
 */
public class CrispApiException extends CrispException {

	private static final int MAX_REASON_LENGTH = 100;

	private static final int MAX_DETAIL_LENGTH = 500;

	private static final long serialVersionUID = 1L;

	private final HttpStatusCode statusCode;

	private final String reason;

	private final @Nullable String detail;

	private final String method;

	private final String route;

	private final @Nullable Duration retryAfter;

	CrispApiException(CrispRoute route, HttpStatusCode status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(message(route, status.value(), reason, detail), null);
		this.statusCode = status;
		this.reason = reason;
		this.detail = detail;
		this.method = route.method();
		this.route = route.template();
		this.retryAfter = retryAfter;
	}

	private static String message(CrispRoute route, int status, String reason, @Nullable String detail) {
		StringBuilder message = new StringBuilder().append(route)
			.append(" failed with status ")
			.append(status)
			.append(' ')
			.append(Excerpt.of(reason, MAX_REASON_LENGTH));
		if (detail != null) {
			message.append(": ").append(Excerpt.of(detail, MAX_DETAIL_LENGTH));
		}
		String explanation = explanation(status, reason);
		if (explanation != null) {
			message.append(" (").append(explanation).append(')');
		}
		return message.toString();
	}

	private static @Nullable String explanation(int status, String reason) {
		return switch (reason) {
			case "not_subscribed" -> "the plugin is not installed on this website, or the website identifier is wrong";
			case CrispAuthenticationException.INVALID_SESSION ->
				"check 'crisp.identifier' and 'crisp.key', and that 'crisp.tier' is the tier of the token";
			case CrispAuthenticationException.RESTRICTED_ROUTE_TIER ->
				"tokens of this tier cannot call this route; check 'crisp.tier' and the kind of token";
			default ->
				(status >= 300 && status < 400) ? "redirects are not followed; check 'crisp.rest.base-url'" : null;
		};
	}

	/**
	 * Return the HTTP status code.
	 * @return the status code; it is 2xx if only the body reports an error
	 */
	public HttpStatusCode getStatusCode() {
		return this.statusCode;
	}

	/**
	 * Return the reason with which Crisp identifies the error.
	 * @return the reason, such as {@code conversation_not_found}, or {@code http_error}
	 * if the response has none; Crisp may add reasons at any time
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * Return Crisp's description of the error as received. The message of this exception
	 * contains an excerpt without control characters.
	 * @return the description, or {@code null} if the response has none
	 */
	public @Nullable String getDetail() {
		return this.detail;
	}

	/**
	 * Return the HTTP method of the request.
	 * @return the method, such as {@code PATCH}
	 */
	public String getMethod() {
		return this.method;
	}

	/**
	 * Return the path of the request with the names of its variables.
	 * @return the route, such as {@code /v1/website/{websiteId}}
	 */
	public String getRoute() {
		return this.route;
	}

	/**
	 * Return the delay that Crisp requests before the next attempt.
	 * @return the delay, or {@code null} if the response has no valid {@code Retry-After}
	 * header
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

}
