package io.github.crispspring.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.Requirement;
import io.github.crispspring.testsupport.WaitLimit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The official client, in a Node.js process.
 */
final class NodeClient implements AutoCloseable {

	private static final Path HOME = Path.of("src/test/node");

	private final BlockingQueue<JsonNode> results = new LinkedBlockingQueue<>();

	private final Process process;

	private final Writer commands;

	NodeClient(EmbeddedCrisp crisp) {
		Requirement.check(Files.isDirectory(HOME.resolve("node_modules")),
				"No Node.js client: install Node.js and run 'npm ci' in crisp-spring-boot-embedded/src/test/node");
		try {
			this.process = new ProcessBuilder("node", "client.mjs", crisp.url().toString(), crisp.identifier(),
					crisp.key())
				.directory(HOME.toFile())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
		}
		catch (IOException ex) {
			Requirement.check(false, "No Node.js client: 'node' cannot be started: " + ex.getMessage());
			throw new UncheckedIOException(ex);
		}
		this.commands = this.process.outputWriter();
		BufferedReader output = this.process.inputReader();
		Thread reading = new Thread(() -> output.lines().map(JsonMapper.shared()::readTree).forEach(this.results::add),
				"node-client");
		reading.setDaemon(true);
		reading.start();
	}

	/**
	 * Send a command, and wait for its result.
	 */
	JsonNode command(String name, ObjectNode arguments) {
		try {
			this.commands.write(arguments.put("command", name) + "\n");
			this.commands.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result();
	}

	JsonNode result() {
		try {
			JsonNode result = this.results.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
			assertThat(result).as("result of the Node.js client").isNotNull();
			return result;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
