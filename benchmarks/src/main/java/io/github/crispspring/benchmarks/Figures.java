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
 * What a piece of work costs this process. It is printed as one line, as a process in any
 * other language prints its own: the word {@code figures}, the path, the subject, CPU
 * microseconds for each operation, operations per second, median and 99th percentile in
 * milliseconds, bytes allocated for each operation, and resident memory in MiB, separated
 * by tabs, with a dash for what is not known.
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
	 * Begin to measure.
	 * @return what it was before the work
	 */
	public static Figures begin() {
		return new Figures();
	}

	/**
	 * Print what the work took.
	 * @param path what is measured
	 * @param subject who did it
	 * @param operations how often it was done
	 * @param latencies how long each took in nanoseconds, empty if not known
	 */
	public void end(String path, String subject, long operations, long[] latencies) {
		end(path, subject, operations, latencies,
				Long.toString((allocated() - this.allocated) / Math.max(1, operations)));
	}

	/**
	 * Print what the work took, where threads that have ended did a part of it, so that
	 * what was allocated is not known.
	 * @param path what is measured
	 * @param subject who did it
	 * @param operations how often it was done
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
	 * Print what the work took, where somebody else did it.
	 * @param path what is measured
	 * @param subject who did it
	 * @param cpu CPU microseconds for each operation
	 * @param throughput operations per second
	 * @param latencies how long each took in nanoseconds, empty if not known
	 * @param allocated bytes allocated for each operation
	 * @param residentMemory MiB
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
	 * Return what was allocated by the threads that are alive: those that do the work
	 * live as long as it.
	 * @return bytes
	 */
	public static long allocated() {
		return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())).filter((it) -> it > 0).sum();
	}

	/**
	 * Read the resident memory of a process.
	 * @param process its number
	 * @return MiB
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
