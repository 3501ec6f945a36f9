package io.github.crispspring.dispatch;

/**
 * The events that were handled last. They are stored in arrays: when each was an object,
 * most of the garbage collector's time went into these objects, as they live long.
 * <p>
 * Events are numbered in the order in which they were added, and the oldest is replaced
 * first. Those whose digests have the same last bits form a chain, from the newest to the
 * oldest. As the chain ends where the numbers are below that of the oldest event, nothing
 * has to be removed from it.
 */
final class HandledEvents {

	private static final int INITIAL_LENGTH = 1024;

	private static final int MAX_CHAINS = 1 << 30;

	private final int capacity;

	private long[] high;

	private long[] low;

	private long[] since;

	/**
	 * Number of the next older event in the same chain.
	 */
	private long[] older;

	/**
	 * Number of the newest event of each chain.
	 */
	private long[] newest;

	private long first = 1;

	private long next = 1;

	/**
	 * Create an empty collection.
	 * @param capacity the maximum number of events, at least 1
	 */
	HandledEvents(int capacity) {
		this(capacity, Math.min(capacity, INITIAL_LENGTH));
	}

	private HandledEvents(int capacity, int length) {
		this.capacity = capacity;
		this.high = new long[length];
		this.low = new long[length];
		this.since = new long[length];
		this.older = new long[length];
		this.newest = new long[(length < MAX_CHAINS) ? Integer.highestOneBit(length) * 2 : MAX_CHAINS];
	}

	boolean contains(RememberedEvent event) {
		long number = this.newest[chain(event)];
		while (number >= this.first) {
			int place = place(number);
			if (this.low[place] == event.low() && this.high[place] == event.high()) {
				return true;
			}
			number = this.older[place];
		}
		return false;
	}

	/**
	 * Add an event. If there are as many as allowed, it replaces the oldest.
	 */
	void add(RememberedEvent event) {
		if (this.next - this.first == this.since.length) {
			if (this.since.length < this.capacity) {
				grow();
			}
			else {
				this.first++;
			}
		}
		int place = place(this.next);
		int chain = chain(event);
		this.high[place] = event.high();
		this.low[place] = event.low();
		this.since[place] = event.since();
		this.older[place] = this.newest[chain];
		this.newest[chain] = this.next;
		this.next++;
	}

	private void grow() {
		HandledEvents larger = new HandledEvents(this.capacity, (int) Math.min(this.capacity, this.since.length * 2L));
		for (long number = this.first; number < this.next; number++) {
			int place = place(number);
			larger.add(new RememberedEvent(this.high[place], this.low[place], this.since[place]));
		}
		this.high = larger.high;
		this.low = larger.low;
		this.since = larger.since;
		this.older = larger.older;
		this.newest = larger.newest;
		this.first = larger.first;
		this.next = larger.next;
	}

	/**
	 * Remove the oldest events as far as they were received before a time.
	 */
	void removeBefore(long time) {
		while (this.first < this.next && this.since[place(this.first)] < time) {
			this.first++;
		}
	}

	void clear() {
		this.first = this.next;
	}

	private int place(long number) {
		return (int) (number % this.since.length);
	}

	private int chain(RememberedEvent event) {
		return (int) event.low() & (this.newest.length - 1);
	}

}
