package io.github.crispspring.client;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Context of the observation of a REST call.
 */
public final class CrispCallContext extends Observation.Context {

	private final CrispRoute route;

	private final @Nullable String account;

	private volatile boolean succeeded;

	private volatile boolean cancelled;

	CrispCallContext(CrispRoute route, @Nullable String account) {
		this.route = route;
		this.account = account;
	}

	/**
	 * Return the name of the called client method.
	 * @return the name, such as {@code listConversations}, or {@code null} for a call
	 * without a client method
	 */
	public @Nullable String getMethodName() {
		return this.route.name();
	}

	/**
	 * Return the HTTP method and the path with the names of its variables.
	 * @return the route, such as {@code GET /v1/website/{websiteId}}
	 */
	public String getRoute() {
		return this.route.toString();
	}

	/**
	 * Return the name of the account that makes the call.
	 * @return the name, {@code default} for the account without a name, or {@code null}
	 * if the application derived the client itself and set no name
	 * @see CrispRestBuilder#account(String)
	 */
	public @Nullable String getAccount() {
		return this.account;
	}

	/**
	 * Return whether the call uses other credentials than those configured with
	 * {@code crisp.identifier} and {@code crisp.key}.
	 * @return whether the call belongs to an additional account
	 */
	public boolean isAdditionalAccount() {
		return !CrispRestBuilder.DEFAULT_ACCOUNT.equals(this.account);
	}

	/**
	 * Return whether the call was cancelled before it succeeded or failed, for example by
	 * a timeout of the application or because the thread of a blocking call was
	 * interrupted.
	 * @return whether the call has ended without a response and without a failure
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	boolean isSucceeded() {
		return this.succeeded;
	}

	void succeed() {
		this.succeeded = true;
	}

	/**
	 * Record that the call has ended.
	 */
	void end() {
		this.cancelled = !this.succeeded && getError() == null;
	}

}
