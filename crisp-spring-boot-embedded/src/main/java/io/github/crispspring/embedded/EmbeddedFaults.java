package io.github.crispspring.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Faults of an embedded Crisp, which take effect for the following calls and deliveries.
 */
public final class EmbeddedFaults {

	private static final int LIMIT = 10_000;

	private final Deque<RestFault> rest = new ArrayDeque<>();

	private final Deque<WebhookFault> webhook = new ArrayDeque<>();

	private final Quota quota;

	private final Runnable changed;

	private int duplicates;

	private long rtmCutUntil;

	private boolean credentialsRejected;

	private boolean quotaExceeded;

	private Runnable cut = () -> {
	};

	EmbeddedFaults(Quota quota, Runnable changed) {
		this.quota = quota;
		this.changed = changed;
	}

	void onCut(Runnable cut) {
		this.cut = cut;
	}

	/**
	 * Reject the next REST calls with status 429.
	 * @param retryAfter the value of the {@code Retry-After} header, in full seconds
	 * @param calls the number of calls
	 * @return this
	 */
	public EmbeddedFaults rateLimit(Duration retryAfter, int calls) {
		return rest(new RestFault(429, retryAfter, Duration.ZERO), calls);
	}

	/**
	 * Reject the next REST calls with a server error.
	 * @param status the HTTP status, 500 to 599
	 * @param calls the number of calls
	 * @return this
	 */
	public EmbeddedFaults serverError(int status, int calls) {
		Assert.isTrue(status >= 500 && status < 600, "'status' must be 500 to 599");
		return rest(new RestFault(status, null, Duration.ZERO), calls);
	}

	/**
	 * Delay the responses to the next REST calls.
	 * @param delay the delay of each response
	 * @param calls the number of calls
	 * @return this
	 */
	public EmbeddedFaults slow(Duration delay, int calls) {
		return rest(new RestFault(0, null, delay), calls);
	}

	/**
	 * Close the connections of the next REST calls without a response.
	 * @param calls the number of calls
	 * @return this
	 */
	public EmbeddedFaults cutConnection(int calls) {
		return rest(new RestFault(RestFault.CUT, null, Duration.ZERO), calls);
	}

	/**
	 * Set whether the credentials of the application are rejected, by the REST API and by
	 * the realtime connection.
	 * @param rejected whether they are rejected
	 * @return this
	 */
	public synchronized EmbeddedFaults rejectCredentials(boolean rejected) {
		this.credentialsRejected = rejected;
		return changed();
	}

	/**
	 * Set whether the daily quota of REST calls is exceeded, which Crisp reports with
	 * status 423.
	 * @param exceeded whether it is exceeded
	 * @return this
	 */
	public synchronized EmbeddedFaults exceedQuota(boolean exceeded) {
		this.quotaExceeded = exceeded;
		return changed();
	}

	/**
	 * Set how many further REST calls the daily quota permits. Crisp permits 5,000 calls
	 * a day to the token of a plugin, and 10,000 to that of a website; they are counted.
	 * @param calls the number of calls, after which calls are rejected with status 423
	 * @return this
	 */
	public EmbeddedFaults quota(int calls) {
		Assert.isTrue(calls >= 0, "'calls' must not be negative");
		this.quota.permit(calls);
		return changed();
	}

	/**
	 * Cut the realtime connections, and accept none for some time. Events in that time
	 * are missed.
	 * @param duration the time
	 * @return this
	 */
	public EmbeddedFaults cutRtm(Duration duration) {
		synchronized (this) {
			this.rtmCutUntil = System.nanoTime() + duration.toNanos();
		}
		this.cut.run();
		return changed();
	}

	/**
	 * Deliver the next events twice.
	 * @param events the number of events
	 * @return this
	 */
	public synchronized EmbeddedFaults duplicate(int events) {
		checkNumber(events, 0);
		this.duplicates = events;
		return changed();
	}

	/**
	 * Sign the next webhook requests with another secret.
	 * @param requests the number of requests
	 * @return this
	 */
	public EmbeddedFaults forgeSignature(int requests) {
		return webhook(WebhookFault.FORGED, requests);
	}

	/**
	 * Sign the next webhook requests with a time one day ago.
	 * @param requests the number of requests
	 * @return this
	 */
	public EmbeddedFaults staleSignature(int requests) {
		return webhook(WebhookFault.STALE, requests);
	}

	/**
	 * Remove all faults, and forget which calls the daily quota has counted.
	 */
	public synchronized void reset() {
		this.rest.clear();
		this.webhook.clear();
		this.duplicates = 0;
		this.rtmCutUntil = 0;
		this.credentialsRejected = false;
		this.quotaExceeded = false;
		this.quota.reset();
		changed();
	}

	private synchronized EmbeddedFaults rest(RestFault fault, int calls) {
		checkNumber(calls, this.rest.size());
		for (int i = 0; i < calls; i++) {
			this.rest.addLast(fault);
		}
		return changed();
	}

	private synchronized EmbeddedFaults webhook(WebhookFault fault, int requests) {
		checkNumber(requests, this.webhook.size());
		for (int i = 0; i < requests; i++) {
			this.webhook.addLast(fault);
		}
		return changed();
	}

	private static void checkNumber(int number, int pending) {
		Assert.isTrue(number > 0 && number <= LIMIT - pending, "The number of faults must be 1 to " + LIMIT);
	}

	private EmbeddedFaults changed() {
		this.changed.run();
		return this;
	}

	synchronized @Nullable RestFault nextCall() {
		return taken(this.rest.pollFirst());
	}

	synchronized @Nullable WebhookFault nextRequest() {
		return taken(this.webhook.pollFirst());
	}

	private <T> @Nullable T taken(@Nullable T fault) {
		if (fault != null) {
			changed();
		}
		return fault;
	}

	synchronized boolean nextIsDuplicated() {
		if (this.duplicates == 0) {
			return false;
		}
		this.duplicates--;
		changed();
		return true;
	}

	synchronized boolean isRtmCut() {
		return this.rtmCutUntil != 0 && this.rtmCutUntil - System.nanoTime() > 0;
	}

	synchronized boolean isCredentialsRejected() {
		return this.credentialsRejected;
	}

	/**
	 * Count a call against the daily quota.
	 * @return whether the quota permits it
	 */
	synchronized boolean useQuota(String tier) {
		return !this.quotaExceeded && this.quota.use(tier);
	}

	/**
	 * Return the faults that are in effect, for the console.
	 */
	synchronized Pending pending() {
		return new Pending(this.rest.size(), this.webhook.size(), this.duplicates, isRtmCut(), this.credentialsRejected,
				this.quotaExceeded);
	}

	record Pending(int calls, int requests, int duplicates, boolean rtmCut, boolean credentialsRejected,
			boolean quotaExceeded) {

	}

	record RestFault(int status, @Nullable Duration retryAfter, Duration delay) {

		static final int CUT = -1;

	}

	enum WebhookFault {

		FORGED, STALE

	}

}
