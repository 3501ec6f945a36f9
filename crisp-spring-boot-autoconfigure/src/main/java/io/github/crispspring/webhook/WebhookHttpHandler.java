package io.github.crispspring.webhook;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.adapter.HttpWebHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * {@link HttpHandler} around all filters of the endpoint. It handles a webhook whose
 * observation cannot be started without one, keeps the response of the endpoint if what
 * follows fails, and requests another delivery if a filter fails before. It logs why a
 * webhook did not reach the endpoint. No filter is skipped, as it may be a protection.
 */
final class WebhookHttpHandler implements HttpHandler {

	private final HttpHandler delegate;

	private final @Nullable HttpHandler unobserved;

	private final PathPattern path;

	private final WebhookFailures failures;

	private WebhookHttpHandler(HttpHandler delegate, PathPattern path, WebhookFailures failures) {
		this.delegate = delegate;
		this.unobserved = (delegate instanceof HttpWebHandlerAdapter adapter) ? unobserved(adapter) : null;
		this.path = path;
		this.failures = failures;
	}

	/**
	 * Add the handler to a builder.
	 */
	static void addTo(WebHttpHandlerBuilder builder, String path) {
		PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
		WebhookFailures failures = new WebhookFailures();
		builder.filters((filters) -> filters.add(0, (exchange, chain) -> Mono.deferContextual((context) -> {
			WebhookProgress progress = context.getOrDefault(WebhookProgress.ATTRIBUTE, null);
			if (progress == null) {
				return chain.filter(exchange);
			}
			progress.filtered();
			return chain.filter(exchange)
				.onErrorResume((ex) -> filterFailed(ex, progress, exchange.getResponse(), failures));
		})));
		builder.httpHandlerDecorator((handler) -> new WebhookHttpHandler(handler, pattern, failures));
	}

	/**
	 * Respond in place of a filter that has failed. An {@link ErrorResponse} is not a
	 * failure: it is how a filter rejects a request.
	 */
	private static Mono<Void> filterFailed(Throwable failure, WebhookProgress progress, ServerHttpResponse response,
			WebhookFailures failures) {
		WebhookResponse known = progress.response();
		if (known != null) {
			failures.afterwards(failure);
		}
		else if (failure instanceof ErrorResponse) {
			return Mono.error(failure);
		}
		else {
			failures.before(failure);
			if (response.isCommitted()) {
				return Mono.error(failure);
			}
			known = WebhookResponse.UNREACHABLE;
			progress.responded(known);
		}
		// Not committed if a filter has buffered the response
		return response.isCommitted() ? Mono.empty() : WebhookWebHandler.write(known, response);
	}

	/**
	 * The same handler with the same filters, without observations.
	 */
	private static HttpHandler unobserved(HttpWebHandlerAdapter observed) {
		HttpWebHandlerAdapter adapter = new HttpWebHandlerAdapter(observed.getDelegate());
		adapter.setSessionManager(observed.getSessionManager());
		adapter.setCodecConfigurer(observed.getCodecConfigurer());
		adapter.setLocaleContextResolver(observed.getLocaleContextResolver());
		if (observed.getForwardedHeaderTransformer() != null) {
			adapter.setForwardedHeaderTransformer(observed.getForwardedHeaderTransformer());
		}
		if (observed.getApplicationContext() != null) {
			adapter.setApplicationContext(observed.getApplicationContext());
		}
		adapter.afterPropertiesSet();
		return adapter;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		if (!isWebhook(request)) {
			return this.delegate.handle(request, response);
		}
		WebhookProgress progress = new WebhookProgress();
		return this.delegate.handle(request, response)
			.onErrorResume((ex) -> failed(ex, progress, request, response))
			.doOnSuccess((done) -> completed(progress, response))
			.contextWrite((context) -> context.put(WebhookProgress.ATTRIBUTE, progress));
	}

	/**
	 * Return whether a request may be a webhook. Others may be those of a browser.
	 */
	private boolean isWebhook(ServerHttpRequest request) {
		return this.path.matches(request.getPath().pathWithinApplication()) && WebhookRequest
			.isJsonPost(request.getMethod().name(), request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
	}

	private Mono<Void> failed(Throwable failure, WebhookProgress progress, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (!progress.isFiltered() && this.unobserved != null) {
			this.failures.observation(failure);
			return this.unobserved.handle(request, response);
		}
		if (progress.response() != null && response.isCommitted()) {
			this.failures.afterwards(failure);
			return Mono.empty();
		}
		this.failures.before(failure);
		return Mono.error(failure);
	}

	private void completed(WebhookProgress progress, ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		if (progress.response() == null && !progress.isReceived() && status != null && status.value() >= 300) {
			this.failures.rejected(status.value());
		}
	}

}
