package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

/**
 * Route of a call for exceptions and observations. It contains the names of the path
 * variables instead of their values, which may be personal data.
 *
 * @param method the HTTP method
 * @param template the path with its variables
 * @param name the name of the client method, or {@code null} for a call without one
 */
record CrispRoute(String method, String template, @Nullable String name) {

	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

}
