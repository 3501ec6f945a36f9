package io.github.crispspring.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.TestRtmServer;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for how long the process of an application without a web server runs.
 */
@Tag("long")
class CrispRtmKeepAliveTests {

	private final TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));

	@TempDir
	private Path directory;

	private Process process;

	@AfterEach
	void close() throws Exception {
		if (this.process != null) {
			this.process.destroyForcibly().waitFor();
		}
		this.server.close();
	}

	@Test
	void applicationRunsUntilItIsStopped() throws Exception {
		run(Bot.class);
		assertThat(this.server.awaitAuthentication()).isNotNull();
		awaitOutput("main has returned");
		await().during(Duration.ofSeconds(2)).until(this.process::isAlive);
		this.process.destroy();
		assertThat(this.process.waitFor(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("exit after a request to stop")
			.isTrue();
	}

	@Test
	void applicationWithRejectedCredentialsKeepsRunning() throws Exception {
		run(Bot.class, "--crisp.key=another");
		awaitOutput("rejected the credentials");
		awaitOutput("main has returned");
		await().during(Duration.ofSeconds(2)).until(this.process::isAlive);
	}

	@Test
	void applicationThatOptsOutExits() throws Exception {
		run(Bot.class, "--crisp.rtm.keep-alive=false");
		assertExits();
	}

	@Test
	void applicationWithoutListenerExits() throws Exception {
		run(Task.class);
		assertExits();
	}

	private void assertExits() throws InterruptedException {
		assertThat(this.process.waitFor(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("exit").isTrue();
		assertThat(this.process.exitValue()).as(output()).isZero();
		assertThat(output()).contains("main has returned");
	}

	private void run(Class<?> application, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), application.getName(),
						"--crisp.identifier=identifier", "--crisp.key=key", "--crisp.rest.base-url=http://localhost:1",
						"--crisp.rtm.url=" + this.server.url(), "--spring.main.web-application-type=none"));
		command.addAll(List.of(arguments));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file().toFile()).start();
	}

	private void awaitOutput(String text) {
		await().until(() -> {
			assertThat(this.process.isAlive()).as(output()).isTrue();
			return output().contains(text);
		});
	}

	private String output() {
		try {
			return Files.exists(file()) ? Files.readString(file()) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path file() {
		return this.directory.resolve("output.txt");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Task {

		public static void main(String[] args) {
			SpringApplication.run(Task.class, args);
			System.out.println("main has returned");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bot {

		public static void main(String[] args) {
			SpringApplication.run(Bot.class, args);
			System.out.println("main has returned");
		}

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
