package io.github.crispspring.benchmarks.rtm;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;

import io.github.crispspring.benchmarks.memory.Heap;

/**
 * Receives events with the starter as fast as it handles them, and prints the live heap
 * during the warm-up, which is longer than the memory of handled events, and after the
 * measured events.
 */
public final class RtmFlood {

	private static final int SAMPLES = 5;

	private RtmFlood() {
	}

	/**
	 * Receive all events.
	 * @param args the URL, the number of measured events, the number of warm-up events,
	 * the subject, and the milliseconds for which the listener blocks
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		int warmUp = Integer.parseInt(args[2]);
		String subject = args[3];
		long blocked = Long.parseLong(args[4]);
		EventCounter counter = new EventCounter(subject, args) {

			@Override
			void add() {
				if (blocked > 0) {
					LockSupport.parkNanos(blocked * 1_000_000);
				}
				super.add();
			}

		};
		RtmStarter.start(counter, args[0]);
		StringJoiner heap = new StringJoiner(", ", "memory\t" + subject + "\t", " MiB");
		for (int i = 1; i <= SAMPLES; i++) {
			counter.await(warmUp / SAMPLES * i);
			heap.add(live());
		}
		boolean complete = counter.print();
		System.out.println(heap.add(live()));
		System.exit(complete ? 0 : 1);
	}

	private static String live() {
		return String.format(Locale.ROOT, "%.1f", Heap.live() / 1024.0 / 1024.0);
	}

}
