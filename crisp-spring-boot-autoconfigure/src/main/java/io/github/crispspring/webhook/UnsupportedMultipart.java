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
 * Spring MVC reads multipart requests before it looks for a handler, and answers 500
 * where that fails. To the web hook such a request is of another media type, whether or
 * not it can be read.
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
		try {
			boolean post = request.getMethod().equals("POST");
			CrispWebhookWebMvc.write(refuse(request, post ? WebhookRejection.MEDIA_TYPE : WebhookRejection.VERB),
					response);
			return new ModelAndView();
		}
		catch (IOException failure) {
			// There is nobody any more to answer
			return new ModelAndView();
		}
	}

	private WebhookResponse refuse(HttpServletRequest request, WebhookRejection refusal) {
		WebApplicationContext context = RequestContextUtils.findWebApplicationContext(request);
		if (context != null) {
			context.getBeanProvider(CrispWebhookController.class).ifUnique((webhook) -> webhook.refuse(refusal));
		}
		return refusal.answer();
	}

	private boolean isWebhook(HttpServletRequest request) {
		return ServletRequestPathUtils.hasParsedRequestPath(request)
				&& this.path.matches(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication());
	}

}
