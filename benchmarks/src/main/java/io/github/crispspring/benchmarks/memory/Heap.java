package io.github.crispspring.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What is in use when all garbage is collected.
 */
final class Heap {

	private Heap() {
	}

	/**
	 * Collect the garbage, several times, as what is freed by a collection can set more
	 * free.
	 * @return the bytes in use
	 */
	static long used() throws InterruptedException {
		for (int i = 0; i < 4; i++) {
			System.gc();
			Thread.sleep(100);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * Print a line: the word {@code memory}, what is measured, and how much it is.
	 */
	static void print(String what, long bytes) {
		System.out.println(String.format(Locale.ROOT, "memory\t%s\t%.1f KiB", what, bytes / 1024.0));
	}

}
