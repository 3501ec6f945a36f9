package io.github.crispspring.benchmarks.webhook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Application that writes a line to a file for each event, after failing for one event in
 * twenty.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class CrashApplication {

	private final FileChannel file;

	CrashApplication(@Value("${crash.file}") Path file) throws IOException {
		this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	public static void main(String[] args) {
		SpringApplication.run(CrashApplication.class, args);
	}

	@CrispListener
	void on(MessageSend message) throws IOException {
		if (ThreadLocalRandom.current().nextInt(20) == 0) {
			throw new IllegalStateException("Simulated failure");
		}
		// A single write is atomic when the process is killed
		this.file.write(ByteBuffer.wrap((message.fingerprint() + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	@Bean
	CrispListenerErrorHandler errorHandler() {
		return (failure, event, delivery) -> {
		};
	}

}
