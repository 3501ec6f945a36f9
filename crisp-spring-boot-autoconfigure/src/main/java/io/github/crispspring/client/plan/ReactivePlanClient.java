package io.github.crispspring.client.plan;

/**
 * All that can be done with plans. Each of the interfaces it joins can be injected in its
 * place.
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
