package io.github.crispspring.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@link WebMvcConfigurer} that supports the {@link CrispWebhookReceiver} on Spring MVC:
 * it resolves the argument of the handler methods and writes the response. No thread of
 * the servlet container waits for a listener unless it is virtual.
 */
final class WebhookWebMvcConfigurer
		implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	/**
	 * The receiver limits the time itself. The timeout of the application's own requests
	 * must not produce an error response while an event is being handled.
	 */
	static final long NO_TIMEOUT = 0;

	private final UnsupportedMultipart unsupportedMultipart;

	private final WebhookReads reads;

	private final DirectResponsePolicy directResponsePolicy = new DirectResponsePolicy();

	/**
	 * Create a configurer.
	 * @param path the path of the endpoint
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 */
	WebhookWebMvcConfigurer(String path, DataSize maxBodySize, Duration readTimeout) {
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
		return type == WebhookResult.class || type == WebhookResponse.class;
	}

	@Override
	public void handleReturnValue(@Nullable Object returnValue, MethodParameter returnType,
			ModelAndViewContainer mavContainer, NativeWebRequest webRequest) throws Exception {
		WebhookProgress progress = WebhookFilter.received(webRequest.getNativeRequest(HttpServletRequest.class));
		if (returnValue instanceof WebhookResult webhook) {
			ServletBody body = (webhook.request().body() instanceof ServletBody source) ? source : null;
			if (body != null && body.isPending(webhook.requiresBody())) {
				// Dispatched again with the same result, to restore the context of the
				// request
				DeferredResult<WebhookResult> received = new DeferredResult<>(NO_TIMEOUT);
				received.onError(body::onError);
				WebAsyncUtils.getAsyncManager(webRequest).startDeferredResultProcessing(received, mavContainer);
				body.receive(webhook.requiresBody(),
						() -> received.setResult(body.hasFailed() ? webhook.evaluated() : webhook));
				return;
			}
			Mono<WebhookResponse> responding = webhook.response().doOnNext((response) -> {
				if (progress != null) {
					progress.responded(response);
				}
			});
			DeferredResult<WebhookResponse> result = new DeferredResult<>(NO_TIMEOUT);
			if (VirtualThreads.isCurrent()) {
				// Waiting costs less than to suspend the request and to dispatch it again
				result.setResult(responding.block());
			}
			else {
				responding.subscribe(result::setResult, (ex) -> result.setResult(WebhookResponse.FAILED));
			}
			if (result.getResult() instanceof WebhookResponse response) {
				// Already available: the request is neither suspended nor dispatched
				// again
				write(response, body != null && body.isAbandoned(), mavContainer, webRequest);
			}
			else if (progress != null && webRequest instanceof StandardServletAsyncWebRequest asyncRequest
					&& this.directResponsePolicy.permits(asyncRequest)) {
				mavContainer.setRequestHandled(true);
				DirectResponse.suspend(asyncRequest, progress, result);
			}
			else {
				WebAsyncUtils.getAsyncManager(webRequest).startDeferredResultProcessing(result, mavContainer);
			}
		}
		else if (returnValue instanceof WebhookResponse response) {
			write(response, false, mavContainer, webRequest);
		}
	}

	private void write(WebhookResponse webhookResponse, boolean close, ModelAndViewContainer mavContainer,
			NativeWebRequest webRequest) throws IOException {
		mavContainer.setRequestHandled(true);
		HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
		Assert.state(response != null, "No HttpServletResponse");
		if (close) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		write(webhookResponse, response);
		try {
			// Filters and observation handlers that fail later cannot change the response
			response.flushBuffer();
		}
		catch (IOException ex) {
			logger.debug("Failed to send the response to a webhook, as the connection is lost", ex);
		}
	}

	static void write(WebhookResponse webhookResponse, HttpServletResponse response) throws IOException {
		response.setStatus(webhookResponse.status().value());
		webhookResponse.headers().forEach(response::setHeader);
		byte[] body = webhookResponse.body();
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
