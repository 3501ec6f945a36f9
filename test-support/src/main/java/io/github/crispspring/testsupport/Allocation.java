package io.github.crispspring.testsupport;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntConsumer;

import com.sun.management.ThreadMXBean;

/**
 * Memory that operations allocate on all threads. Unlike time, it hardly depends on the
 * machine and on what else runs on it.
 */
public final class Allocation {

	private static final int OPERATIONS = 5_000;

	private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

	private Allocation() {
	}

	/**
	 * Measure an operation after the same number of operations to warm up.
	 * @param operation the operation, which receives a different number each time and
	 * must have ended when it returns
	 * @return the allocated memory of one operation, in bytes
	 */
	public static long of(IntConsumer operation) {
		run(operation, 0);
		long before = allocated();
		run(operation, OPERATIONS);
		return (allocated() - before) / OPERATIONS;
	}

	private static void run(IntConsumer operation, int first) {
		for (int i = first; i < first + OPERATIONS; i++) {
			operation.accept(i);
		}
	}

	private static long allocated() {
		return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
			.filter((bytes) -> bytes > 0)
			.sum();
	}

}
