package io.github.crispspring.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Application in a separate process, started from the same archive.
 */
public final class ChildProcess implements AutoCloseable {

	private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

	private final Process process;

	private ChildProcess(Process process) {
		this.process = process;
	}

	/**
	 * Start an application.
	 * @param main the class to start
	 * @param port the port of the application
	 * @param arguments its arguments
	 * @return the process, after it listens on the port
	 * @throws IllegalStateException if it does not listen within a minute
	 */
	public static ChildProcess start(Class<?> main, int port, String... arguments) {
		return start("-Xmx512m", main, port, arguments);
	}

	/**
	 * Start an application with an option for the JVM.
	 * @param option the option
	 * @param main the class to start
	 * @param port the port of the application
	 * @param arguments its arguments
	 * @return the process, after it listens on the port
	 * @throws IllegalStateException if it does not listen within a minute
	 */
	public static ChildProcess start(String option, Class<?> main, int port, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, "-cp",
						System.getProperty("java.class.path"), main.getName(), "--server.port=" + port,
						"--server.address=127.0.0.1"));
		command.addAll(List.of(arguments));
		return start(port, command);
	}

	/**
	 * Start a program.
	 * @param port the port of the application
	 * @param command the program and its arguments
	 * @return the process, after it listens on the port
	 * @throws IllegalStateException if it does not listen within a minute
	 */
	public static ChildProcess start(int port, List<String> command) {
		try {
			ChildProcess child = new ChildProcess(new ProcessBuilder(command).inheritIO().start());
			child.awaitPort(port);
			return child;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the process identifier.
	 * @return the identifier
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Return the CPU time of the process.
	 * @return the time in nanoseconds
	 */
	public long cpuNanos() {
		return this.process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
	}

	/**
	 * Find a free port.
	 * @return the port
	 */
	public static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitPort(int port) {
		long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
		while (System.nanoTime() < deadline && this.process.isAlive()) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
				return;
			}
			catch (IOException ex) {
				LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
			}
		}
		close();
		throw new IllegalStateException("The application did not listen on its port in time");
	}

	/**
	 * Kill the process, as {@code kill -9} does.
	 */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	@Override
	public void close() {
		this.process.destroy();
		awaitEnd();
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The application did not exit in time");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
