package io.github.crispspring.embedded.autoconfigure;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;

/**
 * Detects whether the application is being developed, by the same signs as DevTools:
 * compiled classes in a directory and the class loader of a JVM that was started without
 * a packaged application, but neither a test nor the build's ahead-of-time processing.
 */
final class DevelopmentTime {

	private static final List<String> CLASS_LOADERS = List.of("AppClassLoader", "RestartClassLoader");

	private static final List<String> TESTS_AND_BUILDS = List.of("org.junit.platform.", "org.junit.runners.",
			"org.testng.", "cucumber.runtime.", "org.springframework.boot.test.",
			"org.springframework.boot.SpringApplicationAotProcessor");

	private static final String SPRING_BOOT_TEST = "org.springframework.boot.test.context.SpringBootTestContextBootstrapper";

	private DevelopmentTime() {
	}

	static boolean isDetected(@Nullable ClassLoader classLoader) {
		return !NativeDetector.inNativeImage() && classLoader != null && isDevelopment(classLoader.getClass().getName(),
				System.getProperty("java.class.path", ""), Thread.currentThread().getStackTrace());
	}

	static boolean isDevelopment(String classLoader, String classPath, StackTraceElement[] stack) {
		boolean directory = Arrays.stream(classPath.split(File.pathSeparator))
			.anyMatch((entry) -> !entry.isEmpty() && Files.isDirectory(Path.of(entry)));
		return directory && CLASS_LOADERS.stream().anyMatch(classLoader::endsWith) && Arrays.stream(stack)
			.noneMatch((element) -> TESTS_AND_BUILDS.stream().anyMatch(element.getClassName()::startsWith));
	}

	/**
	 * Return whether the application context is one of a test of Spring Boot.
	 */
	static boolean isTest(Environment environment) {
		return environment.containsProperty(SPRING_BOOT_TEST);
	}

}
