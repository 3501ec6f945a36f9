package io.github.crispspring.autoconfigure;

import java.util.function.Supplier;

import io.github.crispspring.webhook.CrispWebhookEndpoint;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Keeps failures of the filter that observes requests from webhooks.
 */
final class ObservationFilterProcessor implements BeanPostProcessor {

	private final Supplier<CrispWebhookProperties> properties;

	ObservationFilterProcessor(Supplier<CrispWebhookProperties> properties) {
		this.properties = properties;
	}

	@Override
	@SuppressWarnings("unchecked")
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof FilterRegistrationBean<?> registration
				&& registration.getFilter() instanceof ServerHttpObservationFilter filter) {
			((FilterRegistrationBean<Filter>) registration)
				.setFilter(CrispWebhookEndpoint.observationFilter(filter, this.properties.get().path()));
		}
		return bean;
	}

}
