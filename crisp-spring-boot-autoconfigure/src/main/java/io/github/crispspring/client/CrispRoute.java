package io.github.crispspring.client;

import org.jspecify.annotations.Nullable;

/**
 * A route as errors name it: with its variables' names rather than their values, so that
 * it can be grouped and tells nothing about anybody.
 *
 * @param method the HTTP method
 * @param template the path
 * @param name the method of the client, {@code null} if none has the route
 */
record CrispRoute(String method, String template, @Nullable String name) {

	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

}
