package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Crisp answered that it did not do what it was asked. The kinds that are worth handling
 * apart are subclasses; all others are of this class, to be told by
 * {@linkplain #getStatus() status} and {@linkplain #getReason() reason}.
 */
public class CrispApiException extends CrispException {

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
			.append(reason);
		if (detail != null) {
			message.append(": ").append(detail);
		}
		if ("not_subscribed".equals(reason)) {
			message.append(" (the plugin is not installed on that website, or the website identifier is wrong)");
		}
		return message.toString();
	}

	/**
	 * Return the HTTP status.
	 * @return the status, such as 404; it can be a 2xx where Crisp marked the answer as
	 * an error all the same
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
	 * Return Crisp's words about what went wrong.
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
