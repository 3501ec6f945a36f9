package io.github.crispspring.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * Heap memory in use after garbage collection.
 */
public final class Heap {

	private Heap() {
	}

	/**
	 * Run several garbage collections, as one can make further objects collectable.
	 * @return the bytes in use
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static long used() throws InterruptedException {
		for (int i = 0; i < 4; i++) {
			System.gc();
			Thread.sleep(100);
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * Run a garbage collection while objects may be created.
	 * @return the bytes in use when it completed
	 */
	public static long live() {
		System.gc();
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
			.mapToLong((pool) -> pool.getCollectionUsage().getUsed())
			.sum();
	}

	/**
	 * Print a line with the word {@code memory}, the measured object and its size.
	 */
	static void print(String what, long bytes) {
		System.out.println(String.format(Locale.ROOT, "memory\t%s\t%.1f KiB", what, bytes / 1024.0));
	}

}
