package io.github.crispspring.replicas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Control group of Linux that limits the processor time of one process, as if it ran on a
 * machine of its own.
 */
final class CpuLimit implements AutoCloseable {

	private static final Path ROOT = Path.of("/sys/fs/cgroup");

	/**
	 * Short, so that a process is slowed down rather than suspended.
	 */
	private static final int PERIOD_MICROS = 10_000;

	private final Path group;

	private CpuLimit(Path group) {
		this.group = group;
	}

	/**
	 * Create a limit without a process.
	 * @param name the unique name of the limit
	 * @param percent the share of one processor
	 */
	static CpuLimit create(String name, int percent) {
		boolean unified = Files.exists(ROOT.resolve("cgroup.controllers"));
		Path group = (unified ? ROOT : ROOT.resolve("cpu")).resolve("crisp-" + name);
		int quota = PERIOD_MICROS * percent / 100;
		try {
			Files.createDirectory(group);
			if (unified) {
				Files.writeString(ROOT.resolve("cgroup.subtree_control"), "+cpu");
				Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
			}
			else {
				Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
				Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
			}
			return new CpuLimit(group);
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"The processor time cannot be limited by %s. Run as root on Linux, or without a limit"
						.formatted(group),
					ex);
		}
	}

	/**
	 * Limit a process until it ends.
	 * @param pid the identifier of the process
	 */
	void add(long pid) throws IOException {
		Files.writeString(this.group.resolve("cgroup.procs"), Long.toString(pid));
	}

	/**
	 * Remove the limit after its process has ended.
	 */
	@Override
	public void close() throws IOException {
		Files.delete(this.group);
	}

}
