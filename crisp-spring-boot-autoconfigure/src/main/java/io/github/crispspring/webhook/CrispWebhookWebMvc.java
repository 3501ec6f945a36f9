package io.github.crispspring.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
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

/**
 * Brings requests to the {@link CrispWebhookController} and its answers back, on Spring
 * MVC. No thread of the servlet container waits for a listener.
 */
public final class CrispWebhookWebMvc
		implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {

	private static final Log logger = LogFactory.getLog(CrispWebhookController.class);

	/**
	 * The web hook limits the time itself; what an application sets for its own requests
	 * must not answer that an event failed which is being handled.
	 */
	private static final long NO_TIMEOUT = 0;

	private final UnsupportedMultipart unsupportedMultipart;

	private final WebhookReads reads;

	/**
	 * Create the support for Spring MVC.
	 * @param path the path of the endpoint
	 * @param maxBodySize the largest body to read
	 * @param readTimeout the longest time between the headers and the end of the body
	 */
	public CrispWebhookWebMvc(String path, DataSize maxBodySize, Duration readTimeout) {
		this.unsupportedMultipart = new UnsupportedMultipart(path);
		this.reads = new WebhookReads(maxBodySize, readTimeout);
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
		return WebhookRequest.of(request.getMethod(), request::getHeader, request.getQueryString(),
				new ServletBody(request, this.reads));
	}

	@Override
	public boolean supportsReturnType(MethodParameter returnType) {
		Class<?> type = returnType.getParameterType();
		return type == WebhookReply.class || type == WebhookResponse.class;
	}

	@Override
	public void handleReturnValue(@Nullable Object returnValue, MethodParameter returnType,
			ModelAndViewContainer mavContainer, NativeWebRequest webRequest) throws Exception {
		if (returnValue instanceof WebhookReply reply) {
			ServletBody body = (reply.request().body() instanceof ServletBody source) ? source : null;
			if (body != null && body.isPending(reply.requiresBody())) {
				// Dispatched again with the same reply, for the context of the request
				DeferredResult<WebhookReply> received = new DeferredResult<>(NO_TIMEOUT);
				received.onError(body::onError);
				WebAsyncUtils.getAsyncManager(webRequest).startDeferredResultProcessing(received, mavContainer);
				body.receive(reply.requiresBody(),
						() -> received.setResult(body.hasFailed() ? reply.evaluated() : reply));
				return;
			}
			DeferredResult<WebhookResponse> result = new DeferredResult<>(NO_TIMEOUT);
			reply.answer().subscribe(result::setResult, result::setErrorResult);
			if (result.getResult() instanceof WebhookResponse answer) {
				// Known at once: the request need not be suspended and dispatched again
				write(answer, body != null && body.isAbandoned(), mavContainer, webRequest);
			}
			else {
				WebAsyncUtils.getAsyncManager(webRequest).startDeferredResultProcessing(result, mavContainer);
			}
		}
		else if (returnValue instanceof WebhookResponse answer) {
			write(answer, false, mavContainer, webRequest);
		}
	}

	private void write(WebhookResponse answer, boolean close, ModelAndViewContainer mavContainer,
			NativeWebRequest webRequest) throws IOException {
		mavContainer.setRequestHandled(true);
		HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
		Assert.state(response != null, "No HttpServletResponse");
		if (close) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		write(answer, response);
		try {
			// Filters and observation handlers that fail afterwards cannot change the
			// answer
			response.flushBuffer();
		}
		catch (IOException ex) {
			logger.debug("A web hook could not be answered, as its connection is lost", ex);
		}
	}

	static void write(WebhookResponse answer, HttpServletResponse response) throws IOException {
		response.setStatus(answer.status().value());
		answer.headers().forEach(response::setHeader);
		byte[] body = answer.body();
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
