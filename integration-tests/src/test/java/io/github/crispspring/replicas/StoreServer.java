package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.crispspring.testsupport.WaitLimit;

/**
 * Store that instances share, in processes that can be suspended and killed.
 */
abstract class StoreServer {

	/**
	 * Return the properties with which an application connects to the store.
	 */
	abstract List<String> properties();

	/**
	 * Return how often the store was accessed since it was created: the number of
	 * transactions with changes, or how often Redis has read commands from a connection.
	 */
	abstract long accesses();

	/**
	 * Start, again after {@link #kill()} with what was stored on disk.
	 */
	abstract void start() throws IOException;

	/**
	 * Return the processes, without those that they have started.
	 */
	abstract Stream<ProcessHandle> processes();

	/**
	 * Let all processes stand still, so that the store does not respond.
	 */
	final void suspend() {
		signal("STOP", all());
	}

	/**
	 * Let all processes continue.
	 */
	final void resume() {
		signal("CONT", all());
	}

	/**
	 * Kill all processes and wait until they have ended.
	 */
	final void kill() {
		List<ProcessHandle> all = all();
		signal("KILL", all);
		all.forEach((process) -> process.onExit().orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join());
	}

	private List<ProcessHandle> all() {
		return processes().flatMap((process) -> Stream.concat(Stream.of(process), process.descendants())).toList();
	}

	/**
	 * Send a signal to processes.
	 */
	static void signal(String signal, List<ProcessHandle> processes) {
		if (processes.isEmpty()) {
			throw new IllegalStateException("The processes have ended");
		}
		List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
		processes.forEach((process) -> command.add(Long.toString(process.pid())));
		run(command);
	}

	/**
	 * Run a command and wait until it has ended.
	 */
	static void run(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			process.onExit().orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return a port that is free, also when increased by 10,000, as the nodes of Redis
	 * Cluster require.
	 */
	static int freePort() {
		for (int attempt = 0; attempt < 100; attempt++) {
			int port = port(0) - 10_000;
			if (port > 1024 && port(port) == port) {
				return port;
			}
		}
		throw new IllegalStateException("No free port");
	}

	private static int port(int requested) {
		try (ServerSocket socket = new ServerSocket(requested)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
