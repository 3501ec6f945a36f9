package io.github.crispspring.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.crispspring.listener.CrispListenerRegistry;
import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Lookup of the handler methods of Spring MVC that could receive webhooks. The endpoint
 * precedes them, so that one with its path would not receive its requests.
 */
final class WebMvcRoutes {

	private WebMvcRoutes() {
	}

	static WebhookMappingCheck check(WebApplicationContext context, CrispListenerRegistry listeners, boolean ofWebsite,
			String path, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
		return new WebhookMappingCheck(context, listeners, ofWebsite, prefix(context), () -> List.of(path),
				() -> mappings.stream().flatMap(WebMvcRoutes::of));
	}

	private static String prefix(WebApplicationContext context) {
		ServletContext servletContext = context.getServletContext();
		String contextPath = (servletContext != null) ? servletContext.getContextPath() : "";
		String servletPath = context.getEnvironment().getProperty("spring.mvc.servlet.path", "");
		return contextPath + StringUtils.trimTrailingCharacter(servletPath, '/');
	}

	/**
	 * Return the handler methods that could receive webhooks.
	 */
	private static Stream<WebhookRoute> of(RequestMappingInfoHandlerMapping mapping) {
		return mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> receivesJson(entry.getKey()))
			.map((entry) -> new WebhookRoute(entry.getValue(), entry.getKey().getPatternValues()));
	}

	private static boolean receivesJson(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		Set<MediaType> contentTypes = info.getConsumesCondition().getConsumableMediaTypes();
		return (methods.isEmpty() || methods.contains(RequestMethod.POST)) && (contentTypes.isEmpty()
				|| contentTypes.stream().anyMatch((type) -> type.includes(MediaType.APPLICATION_JSON)));
	}

}
