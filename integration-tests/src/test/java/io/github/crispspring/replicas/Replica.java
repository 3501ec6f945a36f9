package io.github.crispspring.replicas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.crispspring.testsupport.WaitLimit;

/**
 * Instance of an application in a separate process.
 */
public final class Replica implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int LINES_KEPT = 5000;

	/**
	 * Long, because several processes start at the same time on a machine with high load.
	 */
	private static final Duration START_LIMIT = Duration.ofMinutes(4);

	private final Process process;

	private final Deque<String> lines = new LinkedBlockingDeque<>();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private Replica(Process process) {
		this.process = process;
		Thread reader = new Thread(this::read, "replica-" + process.pid());
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start an instance on a free port.
	 * @param application the class with the {@code main} method
	 * @param properties the application's properties, such as {@code a.b=c}
	 */
	public static Replica start(Class<?> application, String... properties) {
		return start(Map.of(), application, properties);
	}

	/**
	 * Start an instance on a free port.
	 * @param environment further environment variables
	 * @param application the class with the {@code main} method
	 * @param properties the application's properties, such as {@code a.b=c}
	 */
	static Replica start(Map<String, String> environment, Class<?> application, String... properties) {
		List<String> arguments = Stream.of(properties).map((property) -> "--" + property).toList();
		List<String> command = StartArchive.command(application, arguments);
		try {
			ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
			process.environment().putAll(environment);
			Replica replica = new Replica(process.start());
			ReplicaLogs.add(replica);
			return replica;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		try (BufferedReader reader = this.process.inputReader()) {
			reader.lines().forEach(this::read);
		}
		catch (IOException | UncheckedIOException ex) {
			// The process was killed
		}
		this.port.completeExceptionally(new IllegalStateException("The application has stopped:\n" + log()));
	}

	private void read(String line) {
		this.lines.add(line);
		if (this.lines.size() > LINES_KEPT) {
			this.lines.remove();
		}
		Matcher matcher = STARTED.matcher(line);
		if (matcher.find()) {
			this.port.complete(Integer.valueOf(matcher.group(1)));
		}
	}

	/**
	 * Wait until the application has started, and return its port.
	 */
	public int port() {
		return this.port.orTimeout(START_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
	}

	/**
	 * Return the process identifier.
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Return whether the application has started. It may have been killed since.
	 */
	boolean hasStarted() {
		return this.port.isDone() && !this.port.isCompletedExceptionally();
	}

	/**
	 * Return the last lines of the log.
	 */
	public String log() {
		return String.join("\n", this.lines);
	}

	/**
	 * Kill the process and wait until it has ended.
	 */
	public void kill() {
		this.process.destroyForcibly().onExit().orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
	}

	/**
	 * Let the process stand still.
	 */
	void suspend() {
		StoreServer.signal("STOP", List.of(this.process.toHandle()));
	}

	/**
	 * Let the process continue.
	 */
	void resume() {
		StoreServer.signal("CONT", List.of(this.process.toHandle()));
	}

	/**
	 * Stop the application gracefully and wait until the process has ended.
	 */
	public void stop() {
		this.process.destroy();
		this.process.onExit().orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	@Override
	public void close() {
		kill();
	}

}
