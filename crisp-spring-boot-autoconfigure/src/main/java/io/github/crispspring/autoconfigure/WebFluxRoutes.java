package io.github.crispspring.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.listener.CrispListenerRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Lookup of the handler methods of Spring WebFlux. The endpoint precedes them, so that a
 * handler method with its path would receive no requests.
 */
final class WebFluxRoutes {

	private WebFluxRoutes() {
	}

	static WebhookMappingCheck check(ApplicationContext context, CrispListenerRegistry listeners, boolean ofWebsite,
			String path, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		String prefix = context.getEnvironment().getProperty("spring.webflux.base-path", "");
		return new WebhookMappingCheck(context, listeners, ofWebsite, StringUtils.trimTrailingCharacter(prefix, '/'),
				() -> List.of(path), () -> mappings.stream().flatMap(WebFluxRoutes::of));
	}

	private static Stream<WebhookRoute> of(RequestMappingInfoHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.map((entry) -> new WebhookRoute(entry.getValue(), paths(entry.getKey())));
	}

	private static Set<String> paths(RequestMappingInfo info) {
		return info.getPatternsCondition()
			.getPatterns()
			.stream()
			.map(PathPattern::getPatternString)
			.collect(Collectors.toUnmodifiableSet());
	}

}
