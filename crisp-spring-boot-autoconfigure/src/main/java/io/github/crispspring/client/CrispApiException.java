package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Exception for a response of Crisp that reports an error: its status is not 2xx, or its
 * body says so. The errors that are worth handling separately are subclasses. All others
 * are of this class and differ by {@linkplain #getStatus() status} and
 * {@linkplain #getReason() reason}.
 */
public class CrispApiException extends CrispException {

	private static final int MAX_REASON_LENGTH = 100;

	private static final int MAX_DETAIL_LENGTH = 500;

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String reason;

	private final @Nullable String detail;

	private final String method;

	private final String route;

	private final @Nullable Duration retryAfter;

	CrispApiException(CrispRoute route, int status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(message(route, status, reason, detail), null);
		this.status = status;
		this.reason = reason;
		this.detail = detail;
		this.method = route.method();
		this.route = route.template();
		this.retryAfter = retryAfter;
	}

	private static String message(CrispRoute route, int status, String reason, @Nullable String detail) {
		StringBuilder message = new StringBuilder().append(route)
			.append(" was answered ")
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
			case "not_subscribed" -> "the plugin is not installed on that website, or the website identifier is wrong";
			case CrispAuthenticationException.INVALID_SESSION ->
				"check that 'crisp.tier' is the tier of the token, and 'crisp.identifier' and 'crisp.key'";
			case CrispAuthenticationException.RESTRICTED_ROUTE_TIER ->
				"tokens of this tier may not call this route: check 'crisp.tier' and the kind of token";
			default ->
				(status >= 300 && status < 400) ? "redirects are not followed: check 'crisp.rest.base-url'" : null;
		};
	}

	/**
	 * Return the HTTP status.
	 * @return the status, such as 404; it can be 2xx where the body reports an error
	 */
	public int getStatus() {
		return this.status;
	}

	/**
	 * Return Crisp's code for what went wrong.
	 * @return the reason, such as {@code conversation_not_found}; the set is open
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * Return Crisp's description of the error, as it was received. The message of this
	 * exception contains an excerpt without control characters.
	 * @return the detail, or {@code null} if Crisp gave none
	 */
	public @Nullable String getDetail() {
		return this.detail;
	}

	/**
	 * Return the HTTP method of the call.
	 * @return the method, such as {@code PATCH}
	 */
	public String getMethod() {
		return this.method;
	}

	/**
	 * Return the route of the call, with the names of its variables.
	 * @return the route, such as {@code /v1/website/{websiteId}}
	 */
	public String getRoute() {
		return this.route;
	}

	/**
	 * Return how long Crisp asks to wait before the next attempt.
	 * @return the time to wait, or {@code null} if Crisp named none
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

}
