package io.github.crispspring.rtm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.Requirement;
import io.github.crispspring.testsupport.WaitLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Socket.IO server of npm, the reference implementation, in a Node.js process.
 */
final class NodeSocketIoServer implements AutoCloseable {

	private static final Path HOME = Path.of("src/test/node");

	private final BlockingQueue<JsonNode> notifications = new LinkedBlockingQueue<>();

	private final Process process;

	private final Writer commands;

	private final int port;

	NodeSocketIoServer(int pingInterval, int pingTimeout) {
		Requirement.check(Files.isDirectory(HOME.resolve("node_modules")),
				"No Node.js server: install Node.js and run 'npm ci' in crisp-spring-boot-autoconfigure/src/test/node");
		try {
			this.process = new ProcessBuilder("node", "server.js", String.valueOf(pingInterval),
					String.valueOf(pingTimeout))
				.directory(HOME.toFile())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
		}
		catch (IOException ex) {
			Requirement.check(false, "No Node.js server: 'node' cannot be started: " + ex.getMessage());
			throw new UncheckedIOException(ex);
		}
		this.commands = this.process.outputWriter();
		Thread reading = new Thread(() -> read(this.process.inputReader()), "node-server");
		reading.setDaemon(true);
		reading.start();
		this.port = await("listening").path("port").asInt();
	}

	URI url() {
		return URI.create("ws://localhost:" + this.port + "/p/68/");
	}

	/**
	 * Send a command to the server.
	 */
	void command(String name, Map<String, ?> arguments) {
		try {
			ObjectNode command = CrispJson.mapper().<ObjectNode>valueToTree(arguments).put("command", name);
			this.commands.write(command.toString());
			this.commands.write('\n');
			this.commands.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Wait for a notification; those received before it are skipped.
	 */
	JsonNode await(String notification) {
		try {
			JsonNode next;
			do {
				next = this.notifications.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
				assertThat(next).as(notification).isNotNull();
			}
			while (!next.path("type").asString().equals(notification));
			return next;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	boolean hasReceived(String notification) {
		return this.notifications.stream().anyMatch((next) -> next.path("type").asString().equals(notification));
	}

	private void read(BufferedReader output) {
		output.lines().map(CrispJson.mapper()::readTree).forEach(this.notifications::add);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
