package io.github.crispspring.autoconfigure;

import java.time.Clock;
import java.time.Duration;

import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.webhook.CrispWidgetVerifier;
import io.github.crispspring.webhook.ReactiveCrispWidgetVerifier;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the verification of requests
 * that widgets of a plugin send to the application.
 */
@AutoConfiguration(after = CrispListenerAutoConfiguration.class)
@ConditionalOnClass(ResponseStatusException.class)
@ConditionalOnBean(CrispEventDeduplicator.class)
@Conditional(OnCrispWidgetCondition.class)
@EnableConfigurationProperties(CrispWidgetProperties.class)
public final class CrispWidgetAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CrispWidgetVerifier crispWidgetVerifier(CrispWidgetProperties widgetProperties,
			CrispListenerProperties listenerProperties, CrispEventDeduplicator eventDeduplicator) {
		checkReplay(widgetProperties.timestampTolerance(), listenerProperties.duplicates().retention());
		return new CrispWidgetVerifier(widgetProperties.secrets(), widgetProperties.timestampTolerance(),
				eventDeduplicator, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveCrispWidgetVerifier reactiveCrispWidgetVerifier(CrispWidgetProperties widgetProperties,
			CrispEventDeduplicator eventDeduplicator) {
		return new ReactiveCrispWidgetVerifier(widgetProperties.secrets(), widgetProperties.timestampTolerance(),
				eventDeduplicator, Clock.systemUTC());
	}

	/**
	 * A captured request may be sent again until its timestamp is too old. The timestamp
	 * may be as far in the future as in the past.
	 */
	private void checkReplay(Duration tolerance, Duration retention) {
		// Multiplying a duration would load BigDecimal, which slows down the start
		if (retention.compareTo(tolerance.plus(tolerance)) < 0) {
			throw new InvalidConfigurationPropertyValueException("crisp.listener.duplicates.retention", retention,
					"Must be at least twice 'crisp.widget.timestamp-tolerance', which is %s, so that the request of a widget cannot be replayed after it was forgotten. Increase the retention or reduce the tolerance."
						.formatted(tolerance));
		}
	}

}
