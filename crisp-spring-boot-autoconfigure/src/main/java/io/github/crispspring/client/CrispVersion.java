package io.github.crispspring.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;

/**
 * Version of this library, which the build writes to a resource. Unlike a manifest entry,
 * the resource is retained in a merged jar.
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
