package io.github.crispspring.embedded.autoconfigure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.listener.CrispListenerRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.netty.ChannelBindException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.Environment;

/**
 * Starts the embedded Crisp, logs where it runs and reports the listeners to it.
 */
final class EmbeddedCrispStartup implements SmartInitializingSingleton, ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(EmbeddedCrisp.class);

	private final EmbeddedCrisp crisp;

	private final ObjectProvider<CrispListenerRegistry> registry;

	EmbeddedCrispStartup(EmbeddedCrisp crisp, ObjectProvider<CrispListenerRegistry> registry) {
		this.crisp = crisp;
		this.registry = registry;
	}

	static EmbeddedCrisp start(EmbeddedCrispProperties properties, Environment environment) {
		int port = DevelopmentTime.isTest(environment) ? 0 : properties.port();
		EmbeddedCrisp.Builder builder = EmbeddedCrisp.builder().port(port);
		if (properties.websiteId() != null) {
			builder.websiteId(properties.websiteId().toString());
		}
		try {
			return builder.start();
		}
		catch (ChannelBindException ex) {
			throw new InvalidConfigurationPropertyValueException("crisp.embedded.port", port,
					"The port is in use. Stop the other application, set it to another port, or to 0 for any free port.");
		}
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.registry.ifAvailable((registry) -> registry.addObserver((listener, event) -> this.crisp
			.called(listener.id(), event.getPayload().name(), event.getDelivery().raw().toString())));
		boolean webhook = this.crisp.transport() == EmbeddedCrisp.Transport.WEBHOOK;
		logger
			.info(("Embedded Crisp is running at %s and sends events %s. To use the real Crisp, set 'crisp.identifier' "
					+ "and 'crisp.key'%s.")
				.formatted(this.crisp.url(), webhook ? "by webhook" : "over the realtime connection",
						webhook ? ", and 'crisp.webhook.secret' for webhooks" : ""));
	}

	/**
	 * The listeners are not known before all beans are created.
	 */
	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		this.registry.ifAvailable((registry) -> this.crisp.listeners(listeners(registry)));
	}

	private static Map<String, List<String>> listeners(CrispListenerRegistry registry) {
		Map<String, List<String>> listeners = new HashMap<>();
		registry.listeners()
			.forEach((listener) -> listener.eventNames()
				.forEach((event) -> listeners.computeIfAbsent(event, (name) -> new ArrayList<>()).add(listener.id())));
		return listeners;
	}

}
