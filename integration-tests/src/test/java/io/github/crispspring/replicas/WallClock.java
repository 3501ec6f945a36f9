package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.Requirement;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * Library that moves the wall clock of a process, as if its machine had another time. The
 * monotonic clock, with which a process measures durations, is not moved.
 */
final class WallClock {

	private static final String SOURCE = "src/test/c/wall-clock.c";

	private static @Nullable Path library;

	private WallClock() {
	}

	/**
	 * Return the environment of a process whose clock differs from that of this machine.
	 * @param offset the difference in whole seconds, negative if the clock is behind
	 */
	static Map<String, String> environment(Duration offset) {
		if (offset.isZero()) {
			return Map.of();
		}
		return Map.of("LD_PRELOAD", library().toString(), "WALL_CLOCK_OFFSET", Long.toString(offset.toSeconds()));
	}

	private static synchronized Path library() {
		if (library == null) {
			library = compile();
		}
		return library;
	}

	private static Path compile() {
		try {
			Path directory = Files.createTempDirectory("wall-clock");
			Runtime.getRuntime()
				.addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
			Path library = directory.resolve("wall-clock.so");
			Process process = compiler(List.of("cc", "-shared", "-fPIC", "-o", library.toString(), SOURCE, "-ldl"));
			process.onExit().orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
			if (process.exitValue() != 0) {
				throw new IllegalStateException(SOURCE + " could not be compiled");
			}
			return library;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process compiler(List<String> command) {
		try {
			return new ProcessBuilder(command).inheritIO().start();
		}
		catch (IOException ex) {
			Requirement.check(false, "No C compiler: install 'gcc' and 'libc6-dev', as 'cc' cannot be started");
			throw new UncheckedIOException(ex);
		}
	}

}
