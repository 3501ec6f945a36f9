package io.github.crispspring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for does not exist (404), or the plugin is not installed on that website
 * (reason {@code not_subscribed}).
 */
public final class CrispNotFoundException extends CrispApiException {

	private static final long serialVersionUID = 1L;

	CrispNotFoundException(CrispRoute route, int status, String reason, @Nullable String detail,
			@Nullable Duration retryAfter) {
		super(route, status, reason, detail, retryAfter);
	}

}
