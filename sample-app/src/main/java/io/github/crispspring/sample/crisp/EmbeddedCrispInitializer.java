package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts an {@link EmbeddedCrisp} in the real one's place when no credentials are given:
 * the starter is pointed at it by nothing but properties.
 */
public final class EmbeddedCrispInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/**
	 * The profile of what there is only together with the embedded Crisp.
	 */
	public static final String PROFILE = "embedded-crisp";

	private static final String BEAN_NAME = "embeddedCrisp";

	private static final Log logger = LogFactory.getLog(EmbeddedCrispInitializer.class);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		// With half of the credentials it is for the starter to say what is missing.
		if (environment.containsProperty("crisp.identifier") || environment.containsProperty("crisp.key")) {
			return;
		}
		EmbeddedCrisp crisp = EmbeddedCrisp.start();
		boolean rtm = "rtm".equals(environment.getProperty("sample.transport"));
		crisp.delivery().use(rtm ? EventDelivery.Transport.RTM : EventDelivery.Transport.WEBHOOK);
		environment.addActiveProfile(PROFILE);
		environment.getPropertySources().addLast(new MapPropertySource(BEAN_NAME, properties(crisp)));
		context.getBeanFactory().registerSingleton(BEAN_NAME, crisp);
		// First registered, destroyed last: what talks to it has stopped by then.
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(BEAN_NAME, crisp::close);
		context.addApplicationListener(new HookTarget(crisp, context));
		logger.info("No crisp.identifier is set: an embedded Crisp answers at " + crisp.baseUrl() + ", events come by "
				+ (rtm ? "RTM" : "web hook") + ". To use the real one, set crisp.identifier, crisp.key,"
				+ " crisp.rtm.website-id and, for web hooks, crisp.webhook.secrets.");
	}

	private static Map<String, Object> properties(EmbeddedCrisp crisp) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("crisp.identifier", crisp.identifier());
		properties.put("crisp.key", crisp.key());
		properties.put("crisp.tier", "plugin");
		properties.put("crisp.rtm.website-id", crisp.websiteId());
		properties.put("crisp.rest.base-url", crisp.baseUrl().toString());
		// Both, so that the events may come either way.
		properties.put("crisp.webhook.secrets", crisp.hookSecret());
		properties.put("crisp.rtm.enabled", "true");
		return properties;
	}

	/**
	 * Tells the embedded Crisp where the application listens, once it does.
	 */
	private record HookTarget(EmbeddedCrisp crisp,
			ConfigurableApplicationContext context) implements ApplicationListener<WebServerInitializedEvent> {

		@Override
		public void onApplicationEvent(WebServerInitializedEvent event) {
			// The actuator may have a server of its own.
			if (event.getApplicationContext() == this.context) {
				Environment environment = this.context.getEnvironment();
				this.crisp.hookUrl(URI.create("http://localhost:" + event.getWebServer().getPort()
						+ environment.getProperty("server.servlet.context-path", "")
						+ environment.getProperty("crisp.webhook.path", "/crisp/webhook")));
			}
		}

	}

}
