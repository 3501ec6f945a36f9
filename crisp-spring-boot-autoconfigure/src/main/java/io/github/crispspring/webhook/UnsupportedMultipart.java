package io.github.crispspring.webhook;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * {@link HandlerExceptionResolver} for multipart requests to the endpoint that cannot be
 * read. Spring MVC reads multipart requests before it determines the handler, and would
 * respond with status 500 rather than 415.
 */
final class UnsupportedMultipart implements HandlerExceptionResolver {

	private final PathPattern path;

	UnsupportedMultipart(String path) {
		this.path = PathPatternParser.defaultInstance.parse(path);
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
			WebhookWebMvcConfigurer.write(reject(request, post ? WebhookRejection.MEDIA_TYPE : WebhookRejection.METHOD),
					response);
			return new ModelAndView();
		}
		catch (IOException failure) {
			// The connection is lost
			return new ModelAndView();
		}
	}

	private WebhookResponse reject(HttpServletRequest request, WebhookRejection rejection) {
		WebApplicationContext context = RequestContextUtils.findWebApplicationContext(request);
		if (context != null) {
			context.getBeanProvider(CrispWebhookReceiver.class).ifUnique((webhook) -> webhook.reject(rejection));
		}
		return rejection.response();
	}

	private boolean isWebhook(HttpServletRequest request) {
		return ServletRequestPathUtils.hasParsedRequestPath(request)
				&& this.path.matches(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
	}

}
