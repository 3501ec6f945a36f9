package io.github.crispspring.client;

/**
 * A route as errors name it: with its variables' names rather than their values, so that
 * it can be grouped and tells nothing about anybody.
 */
record CrispRoute(String method, String template) {

	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

}
