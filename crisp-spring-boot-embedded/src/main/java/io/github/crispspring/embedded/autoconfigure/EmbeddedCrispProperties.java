package io.github.crispspring.embedded.autoconfigure;

import java.util.UUID;

import io.github.crispspring.embedded.EmbeddedCrisp;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the embedded Crisp.
 *
 * @param enabled Whether to start it. By default, it starts during development, that is
 * neither from a packaged application nor in a test.
 * @param port Port of its REST API and console, 0 for any free port. Tests always use any
 * free port.
 * @param transport Transport of events. By default, the webhook where the application has
 * a web server, otherwise the realtime connection.
 * @param websiteId Identifier of its website, a UUID. By default, a random one.
 */
@ConfigurationProperties("crisp.embedded")
record EmbeddedCrispProperties(@Nullable Boolean enabled, @DefaultValue("8091") int port,
		EmbeddedCrisp.@Nullable Transport transport, @Nullable UUID websiteId) {

}
