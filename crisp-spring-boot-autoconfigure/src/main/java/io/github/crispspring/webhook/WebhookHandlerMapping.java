package io.github.crispspring.webhook;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Mapping of the endpoint on Spring MVC. Webhooks precede the controllers and the router
 * functions of the application.
 */
final class WebhookHandlerMapping extends SimpleUrlHandlerMapping {

	/**
	 * Same as that of the endpoints of Spring Boot's Actuator.
	 */
	private static final int ORDER = -100;

	/**
	 * After that of controllers, which may have the path of the endpoint for requests
	 * that are not webhooks.
	 */
	private static final int ORDER_OF_REJECTIONS = 1;

	private final boolean rejections;

	private WebhookHandlerMapping(HttpRequestHandler handler, String path, boolean rejections) {
		super(Map.of(path, handler), rejections ? ORDER_OF_REJECTIONS : ORDER);
		this.rejections = rejections;
	}

	/**
	 * Create the mapping of webhooks.
	 */
	static WebhookHandlerMapping ofWebhooks(HttpRequestHandler handler, String path) {
		return new WebhookHandlerMapping(handler, path, false);
	}

	/**
	 * Create the mapping of other requests to the path, which the endpoint rejects if the
	 * application does not handle them.
	 */
	static WebhookHandlerMapping ofRejections(HttpRequestHandler handler, String path) {
		return new WebhookHandlerMapping(handler, path, true);
	}

	@Override
	protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws Exception {
		boolean webhook = WebhookRequest.isJsonPost(request.getMethod(), request.getContentType());
		return (webhook != this.rejections) ? super.getHandlerInternal(request) : null;
	}

}
