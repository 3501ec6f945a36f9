package io.github.crispspring.embedded.autoconfigure;

import io.github.crispspring.embedded.EmbeddedCrisp;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches where events are delivered by webhook: where that is configured or, if no
 * transport is, where the application context has a web server.
 */
final class OnWebhookTransportCondition extends SpringBootCondition {

	private static final boolean WEB_SERVER_PRESENT = ClassUtils.isPresent(
			"org.springframework.boot.web.server.context.WebServerApplicationContext",
			OnWebhookTransportCondition.class.getClassLoader());

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Transport of the embedded Crisp");
		EmbeddedCrisp.Transport transport = Binder.get(context.getEnvironment())
			.bind("crisp.embedded.transport", EmbeddedCrisp.Transport.class)
			.orElse(null);
		if (transport != null) {
			return new ConditionOutcome(transport == EmbeddedCrisp.Transport.WEBHOOK,
					message.because("'crisp.embedded.transport' is " + transport));
		}
		boolean server = WEB_SERVER_PRESENT && context.getResourceLoader() instanceof WebServerApplicationContext;
		return new ConditionOutcome(server,
				message.because(server ? "the application has a web server" : "the application has no web server"));
	}

}
