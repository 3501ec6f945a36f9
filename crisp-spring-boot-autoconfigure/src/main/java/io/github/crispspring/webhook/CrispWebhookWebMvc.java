package io.github.crispspring.webhook;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Brings requests to the {@link CrispWebhookController} and its answers back, on Spring
 * MVC. No thread of the servlet container waits for a listener.
 */
public final class CrispWebhookWebMvc
		implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {

	/**
	 * The web hook limits the time itself; what an application sets for its own requests
	 * must not answer that an event failed which is being handled.
	 */
	private static final long NO_TIMEOUT = 0;

	private final UnsupportedMultipart unsupportedMultipart;

	private final int maxBodySize;

	/**
	 * Create the support for Spring MVC.
	 * @param path the path of the endpoint
	 * @param maxBodySize the largest body to read
	 */
	public CrispWebhookWebMvc(String path, DataSize maxBodySize) {
		this.unsupportedMultipart = new UnsupportedMultipart(path);
		this.maxBodySize = Math.toIntExact(maxBodySize.toBytes());
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
		handlers.add(this);
	}

	@Override
	public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
		resolvers.add(0, this.unsupportedMultipart);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == WebhookRequest.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer mavContainer,
			NativeWebRequest webRequest, @Nullable WebDataBinderFactory binderFactory) {
		HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
		Assert.state(request != null, "No HttpServletRequest");
		return WebhookRequest.of(request.getMethod(), request::getHeader, request.getQueryString(), body(request));
	}

	private WebhookBody body(HttpServletRequest request) {
		long promised = request.getContentLengthLong();
		if (promised > this.maxBodySize) {
			return WebhookBody.tooLarge();
		}
		try {
			byte[] bytes = request.getInputStream().readNBytes(this.maxBodySize + 1);
			if (bytes.length == 0) {
				bytes = cached(request);
			}
			return (bytes.length > this.maxBodySize) ? WebhookBody.tooLarge() : WebhookBody.of(bytes, promised);
		}
		catch (IllegalStateException ex) {
			// A filter has called getReader()
			return WebhookBody.consumed();
		}
		catch (IOException ex) {
			return WebhookBody.unreadable();
		}
	}

	private byte[] cached(HttpServletRequest request) {
		ContentCachingRequestWrapper caching = WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
		return (caching != null) ? caching.getContentAsByteArray() : new byte[0];
	}

	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		Class<?> type = returnType.getParameterType();
		return type == WebhookReply.class || type == WebhookAnswer.class;
	}

	@Override
	public void handleReturnValue(@Nullable Object returnValue, MethodParameter returnType,
			ModelAndViewContainer mavContainer, NativeWebRequest webRequest) throws Exception {
		if (returnValue instanceof WebhookReply reply) {
			DeferredResult<WebhookAnswer> result = new DeferredResult<>(NO_TIMEOUT);
			reply.answer().subscribe(result::setResult, result::setErrorResult);
			if (result.getResult() instanceof WebhookAnswer answer) {
				// Known at once: the request need not be suspended and dispatched again
				write(answer, mavContainer, webRequest);
			}
			else {
				WebAsyncUtils.getAsyncManager(webRequest).startDeferredResultProcessing(result, mavContainer);
			}
		}
		else if (returnValue instanceof WebhookAnswer answer) {
			write(answer, mavContainer, webRequest);
		}
	}

	private void write(WebhookAnswer answer, ModelAndViewContainer mavContainer, NativeWebRequest webRequest)
			throws IOException {
		mavContainer.setRequestHandled(true);
		HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
		Assert.state(response != null, "No HttpServletResponse");
		write(answer, response);
	}

	static void write(WebhookAnswer answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status().value());
		answer.headers().forEach(response::setHeader);
		byte[] body = answer.body();
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
