package io.github.crispspring.autoconfigure;

import java.lang.reflect.Method;

import io.github.crispspring.listener.CrispListener;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that ignores {@link CrispListener}
 * methods where Crisp is disabled. Spring would otherwise treat them as plain event
 * listeners, which must have at most one parameter and have no filters.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "crisp.enabled", havingValue = false)
public final class CrispDisabledAutoConfiguration {

	@Bean
	static IgnoredListenerFactory crispIgnoredListenerFactory() {
		return new IgnoredListenerFactory();
	}

	static final class IgnoredListenerFactory implements EventListenerFactory, Ordered {

		@Override
		public int getOrder() {
			return 0;
		}

		@Override
		public boolean supportsMethod(Method method) {
			return AnnotatedElementUtils.hasAnnotation(method, CrispListener.class);
		}

		@Override
		public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
			return new IgnoredListener();
		}

	}

	private static final class IgnoredListener implements GenericApplicationListener {

		@Override
		public boolean supportsEventType(ResolvableType eventType) {
			return false;
		}

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
			// Supports no event
		}

	}

}
