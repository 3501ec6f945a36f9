package io.github.crispspring.replicas;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.testsupport.WaitLimit;

import org.springframework.util.FileSystemUtils;

/**
 * Archive of the classes that an application loads until it has started. Processes that
 * use it start in about half the time. It is created once for each application, by
 * starting that application for the first time.
 */
final class StartArchive {

	private static final Map<Class<?>, Path> archives = new HashMap<>();

	private static final Path directory = createDirectory();

	/**
	 * The class path of the tests. An archive requires a class path without directories.
	 */
	private static final String CLASS_PATH = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
		.map(Path::of)
		.filter(Files::exists)
		.map((entry) -> Files.isDirectory(entry) ? jar(entry) : entry)
		.map(Path::toString)
		.collect(Collectors.joining(File.pathSeparator));

	private StartArchive() {
	}

	/**
	 * Return the command that starts an application with its archive.
	 * @param application the class with the {@code main} method
	 * @param arguments the arguments of the application
	 */
	static synchronized List<String> command(Class<?> application, List<String> arguments) {
		Path archive = archives.computeIfAbsent(application, (ignored) -> create(application, arguments));
		// Not every JVM creates one
		List<String> options = Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
		return command(options, application, arguments);
	}

	private static Path create(Class<?> application, List<String> arguments) {
		Path archive = directory.resolve(application.getSimpleName() + ".jsa");
		List<String> options = List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh");
		Path log = directory.resolve(application.getSimpleName() + ".log");
		try {
			Process process = new ProcessBuilder(command(options, application, arguments)).redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			process.onExit().orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).handle((ended, failure) -> {
				process.destroyForcibly();
				return null;
			}).join();
			return archive;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(List<String> options, Class<?> application, List<String> arguments) {
		String java = ProcessHandle.current().info().command().orElse("java");
		List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1"));
		command.addAll(options);
		command.addAll(List.of("-cp", CLASS_PATH, application.getName(), "--server.port=0"));
		command.addAll(arguments);
		return command;
	}

	private static Path jar(Path classes) {
		try {
			Path jar = Files.createTempFile(directory, "classes", ".jar");
			int failures = ToolProvider.findFirst("jar")
				.orElseThrow()
				.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
			if (failures > 0) {
				throw new IllegalStateException("Classes could not be packaged: " + classes);
			}
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path createDirectory() {
		try {
			Path directory = Files.createTempDirectory("start-archive");
			Runtime.getRuntime()
				.addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
