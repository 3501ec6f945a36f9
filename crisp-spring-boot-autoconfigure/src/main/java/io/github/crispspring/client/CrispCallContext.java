package io.github.crispspring.client;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What the observation of a call knows of it.
 */
public final class CrispCallContext extends Observation.Context {

	private final CrispRoute route;

	private final boolean furtherAccount;

	CrispCallContext(CrispRoute route, boolean furtherAccount) {
		this.route = route;
		this.furtherAccount = furtherAccount;
	}

	/**
	 * Return the method of the client that was called.
	 * @return its name such as {@code listConversations}, {@code null} for a route that
	 * no client has
	 */
	public @Nullable String getMethodName() {
		return this.route.name();
	}

	/**
	 * Return the route, with the names of its variables.
	 * @return the route such as {@code GET /v1/website/{websiteId}}
	 */
	public String getRoute() {
		return this.route.toString();
	}

	/**
	 * Return whether the call was made with other credentials than those the application
	 * was configured with.
	 * @return whether it is a further account's call
	 */
	public boolean isFurtherAccount() {
		return this.furtherAccount;
	}

}
