package io.github.crispspring.webhook;

import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;

/**
 * Response that completes a suspended request, which is not dispatched again. A thread of
 * the container writes it, after the filters have returned, so that no other thread uses
 * the request.
 */
final class DirectResponse {

	private static final Log logger = LogFactory.getLog(CrispWebhookReceiver.class);

	private final AsyncContext context;

	private DirectResponse(AsyncContext context) {
		this.context = context;
	}

	/**
	 * Suspend a request until its response is known.
	 * @param request the request
	 * @param progress the progress of the request
	 * @param result the response, which may be set at any time
	 */
	static void suspend(StandardServletAsyncWebRequest request, WebhookProgress progress,
			DeferredResult<WebhookResponse> result) {
		request.setTimeout(WebhookRequestHandler.NO_TIMEOUT);
		request.startAsync();
		DirectResponse response = new DirectResponse(request.getRequest().getAsyncContext());
		progress.whenFiltersReturn(() -> response.sendWhenSet(result));
	}

	private void sendWhenSet(DeferredResult<WebhookResponse> result) {
		if (result.getResult() instanceof WebhookResponse response) {
			attempt(() -> send(response));
		}
		else {
			result.setResultHandler((value) -> {
				WebhookResponse response = (value instanceof WebhookResponse known) ? known : WebhookResponse.FAILED;
				attempt(() -> sendOnContainerThread(response));
			});
		}
	}

	/**
	 * Send a response that a listener, a timer or an event loop has set. If the container
	 * provides no thread, the current thread sends it, as no other would complete the
	 * request.
	 */
	private void sendOnContainerThread(WebhookResponse response) throws IOException {
		try {
			this.context.start(() -> attempt(() -> send(response)));
		}
		catch (Throwable ex) {
			logger.debug("The container provides no thread to respond to a webhook; using the current one", ex);
			send(response);
		}
	}

	private void send(WebhookResponse response) throws IOException {
		try {
			WebhookRequestHandler.write(response, (HttpServletResponse) this.context.getResponse());
		}
		finally {
			this.context.complete();
		}
	}

	/**
	 * Use the request, unless the container has ended it because the connection is lost.
	 */
	private static void attempt(Action action) {
		try {
			action.run();
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("Failed to send the response to a webhook, as the connection is lost", ex);
		}
		catch (Throwable ex) {
			logger.error("Failed to send the response to a webhook; Crisp may deliver the event again", ex);
		}
	}

	/**
	 * Use of a request.
	 */
	@FunctionalInterface
	private interface Action {

		void run() throws IOException;

	}

}
