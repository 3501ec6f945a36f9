package io.github.crispspring.benchmarks.rtm;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Ledger of the events that were sent, delivered (acknowledged) and handled. Events are
 * numbered and distributed over the conversations in turn.
 */
final class EventLedger {

	static final int CONVERSATIONS = 200;

	private final BitSet delivered = new BitSet();

	private final BitSet handled = new BitSet();

	private final int[] lastHandled = new int[CONVERSATIONS];

	private int sent;

	private int twice;

	private int outOfOrder;

	EventLedger() {
		Arrays.fill(this.lastHandled, -1);
	}

	synchronized int next() {
		return this.sent++;
	}

	synchronized void delivered(int number) {
		this.delivered.set(number);
	}

	synchronized void handled(int number) {
		int conversation = number % CONVERSATIONS;
		if (this.handled.get(number)) {
			this.twice++;
		}
		else if (number < this.lastHandled[conversation]) {
			this.outOfOrder++;
		}
		this.handled.set(number);
		this.lastHandled[conversation] = number;
	}

	synchronized int lost() {
		BitSet lost = (BitSet) this.delivered.clone();
		lost.andNot(this.handled);
		return lost.cardinality();
	}

	synchronized boolean isCorrect() {
		return this.twice == 0 && this.outOfOrder == 0 && lost() == 0 && !this.delivered.isEmpty();
	}

	@Override
	public synchronized String toString() {
		return "sent %d, delivered %d, handled %d; delivered but not handled %d, handled twice %d, out of order %d"
			.formatted(this.sent, this.delivered.cardinality(), this.handled.cardinality(), lost(), this.twice,
					this.outOfOrder);
	}

}
