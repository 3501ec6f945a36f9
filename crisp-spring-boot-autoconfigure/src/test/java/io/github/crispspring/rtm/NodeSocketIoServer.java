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
 * The Socket.IO server that Crisp itself is likely to run: that of npm, in a process of
 * its own.
 */
final class NodeSocketIoServer implements AutoCloseable {

	private static final Path HOME = Path.of("src/test/node");

	private final BlockingQueue<JsonNode> happened = new LinkedBlockingQueue<>();

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
	 * Wait for something to happen; what happens before is skipped.
	 */
	JsonNode await(String what) {
		try {
			JsonNode next;
			do {
				next = this.happened.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
				assertThat(next).as(what).isNotNull();
			}
			while (!next.path("happened").asString().equals(what));
			return next;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	boolean hasHappened(String what) {
		return this.happened.stream().anyMatch((it) -> it.path("happened").asString().equals(what));
	}

	private void read(BufferedReader output) {
		output.lines().map(CrispJson.mapper()::readTree).forEach(this.happened::add);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
