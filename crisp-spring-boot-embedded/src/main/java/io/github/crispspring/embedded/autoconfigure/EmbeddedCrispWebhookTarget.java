package io.github.crispspring.embedded.autoconfigure;

import java.net.URI;

import io.github.crispspring.embedded.EmbeddedCrisp;

import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/**
 * Delivers webhooks to the application while its web server listens.
 */
final class EmbeddedCrispWebhookTarget implements ApplicationListener<ApplicationEvent> {

	private final EmbeddedCrisp crisp;

	private final ApplicationContext context;

	EmbeddedCrispWebhookTarget(EmbeddedCrisp crisp, ApplicationContext context) {
		this.crisp = crisp;
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		// The management server has an application context of its own
		if (event instanceof WebServerInitializedEvent initialized
				&& initialized.getApplicationContext() == this.context) {
			Environment environment = this.context.getEnvironment();
			this.crisp.webhookUrl(URI.create("http://localhost:" + initialized.getWebServer().getPort()
					+ prefix(environment) + environment.getProperty("crisp.webhook.path", "/crisp/webhook")));
		}
		else if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == this.context) {
			this.crisp.webhookUrl(null);
		}
	}

	private String prefix(Environment environment) {
		if (this.context instanceof ReactiveWebApplicationContext) {
			return environment.getProperty("spring.webflux.base-path", "");
		}
		String servletPath = environment.getProperty("spring.mvc.servlet.path", "");
		return environment.getProperty("server.servlet.context-path", "")
				+ ("/".equals(servletPath) ? "" : servletPath);
	}

}
