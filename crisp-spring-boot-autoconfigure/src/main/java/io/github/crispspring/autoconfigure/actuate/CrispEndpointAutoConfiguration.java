package io.github.crispspring.autoconfigure.actuate;

import java.util.HashMap;
import java.util.Map;

import io.github.crispspring.autoconfigure.CrispAccountRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispListenerAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispRtmAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispWebhookAutoConfiguration;
import io.github.crispspring.autoconfigure.CrispWebhookProperties;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.webhook.CrispWebhookController;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CrispEndpoint}.
 */
@AutoConfiguration(after = { CrispListenerAutoConfiguration.class, CrispWebhookAutoConfiguration.class,
		CrispRtmAutoConfiguration.class, CrispAccountRtmAutoConfiguration.class })
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(CrispEventDispatcher.class)
@ConditionalOnAvailableEndpoint(CrispEndpoint.class)
public final class CrispEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CrispEndpoint crispEndpoint(CrispListenerRegistry listenerRegistry, CrispEventDispatcher eventDispatcher,
			ObjectProvider<CrispWebhookController> webhookController,
			ObjectProvider<CrispWebhookProperties> webhookProperties, ObjectProvider<CrispRtm> rtm) {
		Map<String, CrispEndpoint.Transport> transports = new HashMap<>();
		webhookController.ifUnique((controller) -> transports.put("webhook", () -> Map.of("path",
				webhookProperties.getObject().path(), "rejected", controller.getRejectionCounts())));
		rtm.stream(ObjectProvider.UNFILTERED)
			.forEach((connection) -> transports.put(name(connection), () -> Map.of("state",
					connection.state().getClass().getSimpleName(), "since", connection.state().since())));
		return new CrispEndpoint(listenerRegistry, eventDispatcher, transports);
	}

	private static String name(CrispRtm connection) {
		return connection.account().equals(CrispDelivery.DEFAULT_ACCOUNT) ? "rtm" : "rtm." + connection.account();
	}

}
