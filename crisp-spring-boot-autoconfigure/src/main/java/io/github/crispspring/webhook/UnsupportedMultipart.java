package io.github.crispspring.webhook;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * {@link HandlerExceptionResolver} for multipart requests to the endpoint that cannot be
 * read. Spring MVC reads multipart requests before it determines the handler, and would
 * respond with status 500 rather than 415.
 */
final class UnsupportedMultipart implements HandlerExceptionResolver, Ordered {

	private final CrispWebhookReceiver receiver;

	private final PathPattern path;

	UnsupportedMultipart(CrispWebhookReceiver receiver, String path) {
		this.receiver = receiver;
		this.path = PathPatternParser.defaultInstance.parse(path);
	}

	/**
	 * Return the order, before the exception handlers of the application.
	 */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (!(ex instanceof MultipartException) || !isWebhook(request)) {
			return null;
		}
		WebhookFilter.received(request);
		try {
			boolean post = request.getMethod().equals("POST");
			WebhookRequestHandler
				.write(this.receiver.reject(post ? WebhookRejection.MEDIA_TYPE : WebhookRejection.METHOD), response);
			return new ModelAndView();
		}
		catch (IOException failure) {
			// The connection is lost
			return new ModelAndView();
		}
	}

	private boolean isWebhook(HttpServletRequest request) {
		return ServletRequestPathUtils.hasParsedRequestPath(request)
				&& this.path.matches(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
	}

}
