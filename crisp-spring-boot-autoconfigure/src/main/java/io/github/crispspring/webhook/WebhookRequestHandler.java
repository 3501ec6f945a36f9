package io.github.crispspring.webhook;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.async.AsyncWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * {@link HttpRequestHandler} that passes webhooks to the {@link CrispWebhookReceiver} on
 * Spring MVC. Unlike a controller, it does not depend on how the application configures
 * its controllers. A thread of the servlet container waits for a listener only if it is
 * virtual or if a filter does not support asynchronous requests.
 */
final class WebhookRequestHandler implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	/**
	 * The receiver limits the time itself. The timeout of the application's own requests
	 * must not produce an error response while an event is being handled.
	 */
	static final long NO_TIMEOUT = 0;

	private final CrispWebhookReceiver receiver;

	private final WebhookReads reads;

	private final DirectResponsePolicy directResponsePolicy = new DirectResponsePolicy();

	/**
	 * Create a handler.
	 * @param receiver the receiver of webhooks
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 */
	WebhookRequestHandler(CrispWebhookReceiver receiver, DataSize maxBodySize, Duration readTimeout) {
		this.receiver = receiver;
		this.reads = new WebhookReads(maxBodySize, readTimeout);
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		WebhookProgress progress = WebhookFilter.received(request);
		AsyncWebRequest asyncRequest = WebAsyncUtils.createAsyncWebRequest(request, response);
		WebAsyncManager asyncManager = WebAsyncUtils.getAsyncManager(request);
		asyncManager.setAsyncWebRequest(asyncRequest);
		Object result;
		if (asyncManager.hasConcurrentResult()) {
			result = asyncManager.getConcurrentResult();
			asyncManager.clearConcurrentResult();
		}
		else {
			result = receive(request);
		}
		if (result instanceof WebhookResult webhook) {
			respond(webhook, progress, request, asyncRequest, asyncManager);
		}
		else if (result instanceof WebhookResponse webhookResponse) {
			send(webhookResponse, false, asyncRequest);
		}
		else if (result instanceof IOException ex) {
			// The connection is lost
			throw ex;
		}
		else if (result instanceof Throwable ex) {
			throw new ServletException("Failed to respond to a webhook", ex);
		}
	}

	private WebhookResult receive(HttpServletRequest request) {
		return this.receiver.receive(WebhookRequest.of(request.getMethod(), request::getHeader,
				request.getQueryString(), new ServletBody(request, this.reads)));
	}

	private void respond(WebhookResult webhook, @Nullable WebhookProgress progress, HttpServletRequest request,
			AsyncWebRequest asyncRequest, WebAsyncManager asyncManager) throws ServletException, IOException {
		ServletBody body = (webhook.request().body() instanceof ServletBody source) ? source : null;
		try {
			respond(webhook, body, progress, request, asyncRequest, asyncManager);
		}
		finally {
			if (body != null && !request.isAsyncStarted()) {
				body.discard();
			}
		}
	}

	private void respond(WebhookResult webhook, @Nullable ServletBody body, @Nullable WebhookProgress progress,
			HttpServletRequest request, AsyncWebRequest asyncRequest, WebAsyncManager asyncManager)
			throws ServletException, IOException {
		if (body != null && body.isPending(webhook.requiresBody())) {
			// Dispatched again with the same result, to restore the context of the
			// request
			DeferredResult<WebhookResult> received = new DeferredResult<>(NO_TIMEOUT);
			received.onError(body::onError);
			suspend(asyncManager, received);
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
		if (VirtualThreads.isCurrent() || !request.isAsyncSupported()) {
			// Waiting costs a virtual thread less than to suspend the request and to
			// dispatch it again. The receiver limits the time
			result.setResult(responding.block());
		}
		else {
			responding.subscribe(result::setResult, (ex) -> result.setResult(WebhookResponse.FAILED));
		}
		if (result.getResult() instanceof WebhookResponse response) {
			// Already available: the request is neither suspended nor dispatched again
			send(response, body != null && body.isAbandoned(), asyncRequest);
		}
		else if (progress != null && asyncRequest instanceof StandardServletAsyncWebRequest standardRequest
				&& this.directResponsePolicy.permits(standardRequest)) {
			DirectResponse.suspend(standardRequest, progress, result);
		}
		else {
			suspend(asyncManager, result);
		}
	}

	private static void suspend(WebAsyncManager asyncManager, DeferredResult<?> result)
			throws ServletException, IOException {
		try {
			asyncManager.startDeferredResultProcessing(result);
		}
		catch (IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException("Failed to suspend the request of a webhook", ex);
		}
	}

	private static void send(WebhookResponse webhookResponse, boolean close, AsyncWebRequest asyncRequest)
			throws IOException {
		HttpServletResponse response = asyncRequest.getNativeResponse(HttpServletResponse.class);
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

	@Override
	public String toString() {
		return "Crisp webhook endpoint";
	}

}
