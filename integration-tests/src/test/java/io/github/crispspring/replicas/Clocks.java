package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Clocks of processes, which libfaketime changes.
 */
final class Clocks {

	private static final Path LIBRARIES = Path.of("/usr/lib");

	private Clocks() {
	}

	/**
	 * Return the environment of a process whose clock is fast; empty if libfaketime is
	 * not installed.
	 */
	static Map<String, String> fast(Duration difference) {
		return library().map((library) -> Map.of("LD_PRELOAD", library.toString(), "FAKETIME",
				"+" + difference.toSeconds() + "s", "FAKETIME_DONT_FAKE_MONOTONIC", "1"))
			.orElseGet(() -> {
				if (System.getenv("CI") != null) {
					throw new IllegalStateException("libfaketime is not installed");
				}
				return Map.of();
			});
	}

	private static Optional<Path> library() {
		try (Stream<Path> files = Files.find(LIBRARIES, 3, (file, attributes) -> file.endsWith("libfaketimeMT.so.1"))) {
			return files.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
