package io.github.crispspring.webhook;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Outermost {@link Filter} of the endpoint. It keeps the response of the endpoint if
 * another filter fails once the endpoint has received a webhook. If a filter fails
 * before, it requests another delivery, and logs why the webhook did not reach the
 * endpoint. No other filter is skipped, as it may be a protection.
 */
final class WebhookFilter implements Filter {

	private final WebhookPath path;

	private final WebhookFailures failures = new WebhookFailures();

	/**
	 * Create a filter.
	 * @param path path of the endpoint
	 */
	WebhookFilter(String path) {
		this.path = new WebhookPath(path);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse httpResponse)
				|| !this.path.matches(http)) {
			chain.doFilter(request, response);
			return;
		}
		WebhookProgress progress = progress(http);
		try {
			chain.doFilter(request, response);
		}
		catch (Throwable ex) {
			if (!progress.isReceived() && !isWebhook(http)) {
				throw ex;
			}
			failed(ex, progress, http, httpResponse);
			return;
		}
		finally {
			progress.filtersReturned();
		}
		if (!progress.isReceived() && isWebhook(http) && !request.isAsyncStarted() && httpResponse.getStatus() >= 300) {
			this.failures.rejected(httpResponse.getStatus());
		}
	}

	/**
	 * Return whether a request may be a webhook. Others may be those of a controller with
	 * the same path.
	 */
	private static boolean isWebhook(HttpServletRequest request) {
		return WebhookRequest.isJsonPost(request.getMethod(), request.getContentType());
	}

	/**
	 * Return the progress of a request, which is dispatched again when its response is
	 * known.
	 */
	private static WebhookProgress progress(HttpServletRequest request) {
		if (request.getAttribute(WebhookProgress.ATTRIBUTE) instanceof WebhookProgress progress) {
			return progress;
		}
		WebhookProgress progress = new WebhookProgress();
		request.setAttribute(WebhookProgress.ATTRIBUTE, progress);
		return progress;
	}

	private <T extends Throwable> void failed(Throwable failure, WebhookProgress progress, HttpServletRequest request,
			HttpServletResponse response) throws T, IOException {
		WebhookResponse known = progress.response();
		boolean suspended = request.isAsyncStarted();
		if (progress.isReceived() && (known != null || suspended)) {
			this.failures.afterwards(failure);
		}
		else {
			this.failures.before(failure);
			if (suspended || response.isCommitted()) {
				throw WebhookFilter.<T>unchecked(failure);
			}
			known = WebhookResponse.UNREACHABLE;
		}
		// Not committed if a filter has buffered the response
		if (known != null && !suspended && !response.isCommitted()) {
			response.reset();
			WebhookRequestHandler.write(known, response);
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> T unchecked(Throwable failure) {
		return (T) failure;
	}

	/**
	 * Record that the endpoint has received a request.
	 * @return the progress, {@code null} if the filter is not in use
	 */
	static @Nullable WebhookProgress received(@Nullable HttpServletRequest request) {
		if (request != null && request.getAttribute(WebhookProgress.ATTRIBUTE) instanceof WebhookProgress progress) {
			progress.received();
			return progress;
		}
		return null;
	}

}
