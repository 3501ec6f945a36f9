package io.github.crispspring.autoconfigure;

import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookReceiver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Warning about a webhook that is configured in an application without a web server,
 * which would otherwise start and never receive an event.
 */
final class MissingWebServerWarning implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final ListableBeanFactory beans;

	MissingWebServerWarning(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.beans.getBeanNamesForType(CrispRtm.class, true, false).length == 0) {
			logger.warn("No events are received: a secret or key of 'crisp.webhook' is set, but the application has no "
					+ "web server. Add 'spring-boot-starter-webmvc' or 'spring-boot-starter-webflux'. To use the realtime "
					+ "connection instead, set 'crisp.identifier' and 'crisp.key', and remove the secret or set "
					+ "'crisp.rtm.enabled' to 'true'.");
		}
	}

}
