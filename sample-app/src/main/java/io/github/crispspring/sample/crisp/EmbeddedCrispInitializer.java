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
 * {@link ApplicationContextInitializer} that starts an {@link EmbeddedCrisp} if no
 * credentials are configured and configures the starter for it by properties.
 */
public final class EmbeddedCrispInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/**
	 * Profile that is active while the embedded Crisp is used.
	 */
	public static final String PROFILE = "embedded-crisp";

	private static final String BEAN_NAME = "embeddedCrisp";

	private static final Log logger = LogFactory.getLog(EmbeddedCrispInitializer.class);

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		// With incomplete credentials, the starter reports what is missing
		if (environment.containsProperty("crisp.identifier") || environment.containsProperty("crisp.key")) {
			return;
		}
		EmbeddedCrisp crisp = EmbeddedCrisp.start();
		boolean rtm = "rtm".equals(environment.getProperty("sample.transport"));
		crisp.delivery().use(rtm ? EventDelivery.Transport.RTM : EventDelivery.Transport.WEBHOOK);
		environment.addActiveProfile(PROFILE);
		environment.getPropertySources().addLast(new MapPropertySource(BEAN_NAME, properties(crisp)));
		context.getBeanFactory().registerSingleton(BEAN_NAME, crisp);
		// Beans that are registered first are destroyed last, after all that call it
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(BEAN_NAME, crisp::close);
		context.addApplicationListener(new HookTarget(crisp, context));
		logger.info("Using an embedded Crisp at " + crisp.baseUrl() + " with delivery by " + (rtm ? "RTM" : "webhook")
				+ ", because 'crisp.identifier' is not set. To use the real Crisp, set 'crisp.identifier' and"
				+ " 'crisp.key', and 'crisp.webhook.secrets' for webhooks.");
	}

	private static Map<String, Object> properties(EmbeddedCrisp crisp) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("crisp.identifier", crisp.identifier());
		properties.put("crisp.key", crisp.key());
		properties.put("crisp.tier", "plugin");
		properties.put("crisp.rtm.website-id", crisp.websiteId());
		properties.put("crisp.rest.base-url", crisp.baseUrl().toString());
		// Both, because the transport can be changed on the page
		properties.put("crisp.webhook.secrets", crisp.hookSecret());
		properties.put("crisp.rtm.enabled", "true");
		return properties;
	}

	/**
	 * Sets the webhook URL when the web server has started.
	 */
	private record HookTarget(EmbeddedCrisp crisp,
			ConfigurableApplicationContext context) implements ApplicationListener<WebServerInitializedEvent> {

		@Override
		public void onApplicationEvent(WebServerInitializedEvent event) {
			// The management endpoints may use a separate server
			if (event.getApplicationContext() == this.context) {
				Environment environment = this.context.getEnvironment();
				this.crisp.hookUrl(URI.create("http://localhost:" + event.getWebServer().getPort()
						+ environment.getProperty("server.servlet.context-path", "")
						+ environment.getProperty("crisp.webhook.path", "/crisp/webhook")));
			}
		}

	}

}
