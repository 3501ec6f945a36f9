package io.github.crispspring.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * The version of this library, which the build writes into a resource. (A manifest entry
 * would be lost where jars are merged.)
 */
final class CrispVersion {

	private static final String VERSION = read();

	private CrispVersion() {
	}

	static String get() {
		return VERSION;
	}

	private static String read() {
		try {
			return new ClassPathResource("version.txt", CrispVersion.class).getContentAsString(StandardCharsets.UTF_8)
				.strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
