package io.github.crispspring.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Cost of operations for this process. It is printed as a line that programs in any
 * language can print: the word {@code figures}, the path, the subject, CPU microseconds
 * for each operation, operations per second, median and 99th percentile in milliseconds,
 * bytes allocated for each operation, and resident memory in MiB, separated by tabs, with
 * a dash for unknown values.
 */
public final class Figures {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

	private final long cpu = SYSTEM.getProcessCpuTime();

	private final long allocated = allocated();

	private final long time = System.nanoTime();

	private Figures() {
	}

	/**
	 * Start the measurement.
	 * @return the values at the start
	 */
	public static Figures begin() {
		return new Figures();
	}

	/**
	 * Print the cost of the operations.
	 * @param path the measured path
	 * @param subject the measured implementation
	 * @param operations the number of operations
	 * @param latencies the latencies in nanoseconds, empty if unknown
	 */
	public void end(String path, String subject, long operations, long[] latencies) {
		end(path, subject, operations, latencies,
				Long.toString((allocated() - this.allocated) / Math.max(1, operations)));
	}

	/**
	 * Print the cost of operations in which terminated threads took part, so that the
	 * allocated memory is unknown.
	 * @param path the measured path
	 * @param subject the measured implementation
	 * @param operations the number of operations
	 */
	public void endWithoutAllocation(String path, String subject, long operations) {
		end(path, subject, operations, new long[0], "-");
	}

	private void end(String path, String subject, long operations, long[] latencies, String allocated) {
		double seconds = (System.nanoTime() - this.time) / 1e9;
		double cpu = (SYSTEM.getProcessCpuTime() - this.cpu) / 1e3 / operations;
		print(path, subject, cpu, operations / seconds, latencies, allocated, residentMemory("self"));
	}

	/**
	 * Print the cost of operations of another process.
	 * @param path the measured path
	 * @param subject the measured implementation
	 * @param cpu the CPU microseconds for each operation
	 * @param throughput operations per second
	 * @param latencies the latencies in nanoseconds, empty if unknown
	 * @param allocated bytes allocated for each operation
	 * @param residentMemory the resident memory in MiB
	 */
	public static void print(String path, String subject, double cpu, double throughput, long[] latencies,
			String allocated, long residentMemory) {
		System.out.println(String.join("\t", "figures", path, subject, String.format("%.2f", cpu),
				String.format("%.0f", throughput), percentile(latencies, 0.5), percentile(latencies, 0.99), allocated,
				Long.toString(residentMemory)));
	}

	private static String percentile(long[] latencies, double part) {
		if (latencies.length == 0) {
			return "-";
		}
		long[] sorted = latencies.clone();
		Arrays.sort(sorted);
		return String.format("%.2f", sorted[(int) ((sorted.length - 1) * part)] / 1e6);
	}

	/**
	 * Return the memory allocated by the running threads.
	 * @return the memory in bytes
	 */
	public static long allocated() {
		return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).filter((it) -> it > 0).sum();
	}

	/**
	 * Read the resident memory of a process.
	 * @param process the process identifier
	 * @return the memory in MiB
	 */
	public static long residentMemory(String process) {
		try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
			return lines.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
