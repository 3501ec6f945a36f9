package io.github.crispspring.client.plan;

/**
 * Client for all operations on plans. Each of the interfaces that it extends can be
 * injected instead.
 */
public interface ReactivePlanClient extends ReactivePlanSubscriptionClient {

	/**
	 * Return the methods for subscriptions only.
	 * @return this client
	 */
	default ReactivePlanSubscriptionClient subscription() {
		return this;
	}

}
