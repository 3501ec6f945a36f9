package io.github.crispspring.embedded.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps the Socket.IO server from logging the port that was requested, which is 0,
 * instead of the one that it listens on.
 */
final class EmbeddedCrispEnvironmentPostProcessor implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("embeddedCrisp",
					Map.of("logging.level.com.corundumstudio.socketio", "warn")));
	}

}
