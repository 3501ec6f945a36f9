package io.github.crispspring.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Number of events by account.
 */
final class AccountCounter {

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	void increment(String account) {
		this.counts.computeIfAbsent(account, (name) -> new LongAdder()).increment();
	}

	/**
	 * Return the number of events of all accounts.
	 */
	long sum() {
		return this.counts.values().stream().mapToLong(LongAdder::sum).sum();
	}

	/**
	 * Return the number of events of an account.
	 */
	long sum(String account) {
		LongAdder count = this.counts.get(account);
		return (count != null) ? count.sum() : 0;
	}

}
