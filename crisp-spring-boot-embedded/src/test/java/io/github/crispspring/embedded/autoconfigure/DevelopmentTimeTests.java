package io.github.crispspring.embedded.autoconfigure;

import java.io.File;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Detection of development.
 */
class DevelopmentTimeTests {

	private static final String APP = "jdk.internal.loader.ClassLoaders$AppClassLoader";

	private static final String CLASSES = "lib/some.jar" + File.pathSeparator + "target/classes";

	private static final StackTraceElement[] MAIN = { new StackTraceElement("com.example.Application", "main", "", 1) };

	@Test
	void applicationThatRunsFromCompiledClassesIsDeveloped() {
		assertThat(DevelopmentTime.isDevelopment(APP, CLASSES, MAIN)).isTrue();
	}

	@Test
	void applicationThatDevToolsRestartedIsDeveloped() {
		assertThat(DevelopmentTime
			.isDevelopment("org.springframework.boot.devtools.restart.classloader.RestartClassLoader", CLASSES, MAIN))
			.isTrue();
	}

	@Test
	void packagedApplicationIsNotDeveloped() {
		assertThat(DevelopmentTime.isDevelopment("org.springframework.boot.loader.launch.LaunchedClassLoader",
				"application.jar", MAIN))
			.isFalse();
	}

	@Test
	void extractedApplicationIsNotDeveloped() {
		assertThat(DevelopmentTime.isDevelopment(APP, "application.jar" + File.pathSeparator + "lib/some.jar", MAIN))
			.isFalse();
	}

	@Test
	void testIsNotDevelopment() {
		assertThat(DevelopmentTime.isDetected(getClass().getClassLoader())).isFalse();
	}

}
