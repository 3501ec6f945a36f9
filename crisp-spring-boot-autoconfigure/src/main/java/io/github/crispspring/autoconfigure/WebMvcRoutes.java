package io.github.crispspring.autoconfigure;

import java.util.stream.Stream;

import io.github.crispspring.listener.CrispListenerRegistry;
import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Lookup of the handler methods of Spring MVC that may receive webhooks.
 */
final class WebMvcRoutes {

	private WebMvcRoutes() {
	}

	static WebhookMappingCheck check(WebApplicationContext context, CrispListenerRegistry listeners, boolean ofWebsite,
			ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		return new WebhookMappingCheck(context, listeners, ofWebsite, prefix(context),
				() -> mappings.stream().flatMap(WebMvcRoutes::of));
	}

	private static String prefix(WebApplicationContext context) {
		ServletContext servletContext = context.getServletContext();
		String contextPath = (servletContext != null) ? servletContext.getContextPath() : "";
		String servletPath = context.getEnvironment().getProperty("spring.mvc.servlet.path", "");
		return contextPath + StringUtils.trimTrailingCharacter(servletPath, '/');
	}

	private static Stream<WebhookRoute> of(RequestMappingInfoHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> receivesJson(entry.getKey()))
			.map((entry) -> new WebhookRoute(entry.getValue(), entry.getKey().getPatternValues()));
	}

	private static boolean receivesJson(RequestMappingInfo info) {
		return WebhookRoute.receivesJson(info.getMethodsCondition().getMethods(),
				info.getConsumesCondition().getConsumableMediaTypes());
	}

}
