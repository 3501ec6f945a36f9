package io.github.crispspring.embedded.autoconfigure;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.crispspring.embedded.EmbeddedCrisp;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
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
			AbstractConfigurableWebServerFactory factory = this.context
				.getBeanProvider(AbstractConfigurableWebServerFactory.class)
				.getIfUnique();
			List<X509Certificate> certificates = (factory != null) ? certificates(factory) : List.of();
			String scheme = certificates.isEmpty() ? "http" : "https";
			String host = host((factory != null) ? factory.getAddress() : null);
			this.crisp
				.webhookUrl(
						URI.create(
								scheme + "://" + host + ":" + initialized.getWebServer().getPort() + prefix(environment)
										+ environment.getProperty("crisp.webhook.path", "/crisp/webhook")),
						certificates);
		}
		else if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == this.context) {
			this.crisp.webhookUrl(null);
		}
	}

	/**
	 * Return the host at which a server with this address can be reached from the same
	 * machine.
	 */
	private static String host(@Nullable InetAddress address) {
		if (address == null || address.isAnyLocalAddress()) {
			return "localhost";
		}
		return (address instanceof Inet6Address) ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
	}

	/**
	 * Return the certificates that the application's server may present, none without
	 * TLS.
	 */
	private static List<X509Certificate> certificates(AbstractConfigurableWebServerFactory factory) {
		Ssl ssl = factory.getSsl();
		if (ssl == null || !Ssl.isEnabled(ssl)) {
			return List.of();
		}
		KeyStore keyStore = WebServerSslBundle.get(ssl, factory.getSslBundles()).getStores().getKeyStore();
		return (keyStore != null) ? certificates(keyStore) : List.of();
	}

	private static List<X509Certificate> certificates(KeyStore keyStore) {
		try {
			List<X509Certificate> certificates = new ArrayList<>();
			for (String alias : Collections.list(keyStore.aliases())) {
				if (keyStore.getCertificate(alias) instanceof X509Certificate certificate) {
					certificates.add(certificate);
				}
			}
			return certificates;
		}
		catch (KeyStoreException ex) {
			throw new IllegalStateException("The key store of the application's server cannot be read", ex);
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
