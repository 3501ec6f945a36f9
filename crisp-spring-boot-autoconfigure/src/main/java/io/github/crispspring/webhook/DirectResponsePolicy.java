package io.github.crispspring.webhook;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ObjectUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.filter.CharacterEncodingFilter;
import org.springframework.web.filter.FormContentFilter;
import org.springframework.web.filter.HiddenHttpMethodFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Decides whether a suspended request may be completed without another dispatch. Filters
 * and interceptors may require that dispatch, for example to send a response that they
 * have buffered or to release resources, so the filters must be known not to, and the
 * endpoint must have no interceptors.
 */
final class DirectResponsePolicy {

	private static final String SPRING_BOOT = "org.springframework.boot.servlet.filter.";

	private static final Set<String> FILTERS = Set.of(WebhookFilter.class.getName(),
			WebhookObservationFilter.class.getName(), ServerHttpObservationFilter.class.getName(),
			CharacterEncodingFilter.class.getName(), SPRING_BOOT + "OrderedCharacterEncodingFilter",
			FormContentFilter.class.getName(), SPRING_BOOT + "OrderedFormContentFilter",
			HiddenHttpMethodFilter.class.getName(), SPRING_BOOT + "OrderedHiddenHttpMethodFilter",
			RequestContextFilter.class.getName(), SPRING_BOOT + "OrderedRequestContextFilter",
			"org.apache.tomcat.websocket.server.WsFilter",
			"org.eclipse.jetty.ee11.websocket.servlet.WebSocketUpgradeFilter");

	private volatile @Nullable Boolean known;

	/**
	 * Return whether a request may be completed without another dispatch.
	 */
	boolean permits(StandardServletAsyncWebRequest request) {
		HttpServletResponse response = request.getResponse();
		return response != null && !isWrapped(response) && isKnown(request.getRequest());
	}

	/**
	 * Return whether a servlet has wrapped the response, so that it may send it after the
	 * dispatch. Spring MVC itself wraps the response in each dispatch.
	 */
	private static boolean isWrapped(HttpServletResponse response) {
		ServletResponse original = response;
		while (original.getClass() == response.getClass() && original instanceof ServletResponseWrapper wrapper) {
			original = wrapper.getResponse();
		}
		return original instanceof ServletResponseWrapper;
	}

	/**
	 * Filters and interceptors do not change once requests are processed.
	 */
	private boolean isKnown(HttpServletRequest request) {
		Boolean known = this.known;
		if (known == null) {
			known = hasKnownFilters(request.getServletContext())
					&& hasNoInterceptors(RequestContextUtils.findWebApplicationContext(request));
			this.known = known;
		}
		return known;
	}

	/**
	 * Our own filter is missing if the context does not list its filters, as that of a
	 * mock.
	 */
	private static boolean hasKnownFilters(ServletContext context) {
		Set<String> filters = context.getFilterRegistrations()
			.values()
			.stream()
			.map((filter) -> String.valueOf(filter.getClassName()))
			.collect(Collectors.toSet());
		return filters.contains(WebhookFilter.class.getName()) && FILTERS.containsAll(filters);
	}

	private static boolean hasNoInterceptors(@Nullable WebApplicationContext context) {
		return context != null && context.getBeanProvider(WebhookHandlerMapping.class)
			.stream()
			.map(WebhookHandlerMapping::getAdaptedInterceptors)
			.allMatch(ObjectUtils::isEmpty);
	}

}
