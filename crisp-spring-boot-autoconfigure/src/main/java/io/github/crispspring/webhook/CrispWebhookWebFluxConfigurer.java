package io.github.crispspring.webhook;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * {@link WebFluxConfigurer} that supports the {@link CrispWebhookController} on Spring
 * WebFlux: it resolves the argument of the handler methods and writes the response.
 */
public final class CrispWebhookWebFluxConfigurer
		implements WebFluxConfigurer, HandlerMethodArgumentResolver, HandlerResultHandler, Ordered {

	private final String path;

	private final WebhookReads reads;

	private final BodyDeadlines deadlines;

	/**
	 * Create a configurer.
	 * @param path the path of the endpoint
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 */
	public CrispWebhookWebFluxConfigurer(String path, DataSize maxBodySize, Duration readTimeout) {
		this.path = path;
		this.reads = new WebhookReads(maxBodySize, readTimeout);
		this.deadlines = new BodyDeadlines(readTimeout);
	}

	/**
	 * Surround the filters of the endpoint, so that a failure of an observation, or of a
	 * filter after the response, does not change the response.
	 * @param builder the builder to customize, after all other customizers
	 */
	public void customize(WebHttpHandlerBuilder builder) {
		WebhookHttpHandler.addTo(builder, this.path);
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		configurer.addCustomResolver(this);
	}

	/**
	 * Exclude the endpoint, which does not block, from the executor for controllers that
	 * do: limits and decorators of that executor must not affect webhooks. This
	 * configurer precedes those of the application, whose predicate replaces this one.
	 */
	@Override
	public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
		configurer.setControllerMethodPredicate((handler) -> !isEndpoint(handler) && isBlocking(handler));
	}

	private static boolean isEndpoint(HandlerMethod handler) {
		return CrispWebhookController.class.isAssignableFrom(handler.getBeanType());
	}

	/**
	 * Return whether a method is blocking by the default of Spring WebFlux.
	 */
	private static boolean isBlocking(HandlerMethod handler) {
		return !KotlinDetector.isSuspendingFunction(handler.getMethod()) && ReactiveAdapterRegistry.getSharedInstance()
			.getAdapter(handler.getReturnType().getParameterType()) == null;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == WebhookRequest.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext bindingContext,
			ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		HttpHeaders headers = request.getHeaders();
		return Mono.just(WebhookRequest.of(request.getMethod().name(), headers::getFirst,
				request.getURI().getRawQuery(), () -> body(request)));
	}

	private Mono<WebhookBody> body(ServerHttpRequest request) {
		long declaredLength = request.getHeaders().getContentLength();
		if (declaredLength > this.reads.maxBodySize()) {
			return Mono.just(WebhookBody.tooLarge());
		}
		return Mono.create((sink) -> request.getBody()
			.subscribe(new BodyCollector(sink, declaredLength, this.reads, this.deadlines.next())));
	}

	/**
	 * Precede the handler of views, which supports any result, and the configurers of the
	 * application.
	 */
	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public boolean supports(HandlerResult result) {
		return result.getReturnType().toClass() == WebhookResult.class;
	}

	@Override
	public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
		if (!(result.getReturnValue() instanceof WebhookResult webhook)) {
			return Mono.empty();
		}
		return Mono.deferContextual((context) -> {
			if (context.getOrDefault(WebhookProgress.ATTRIBUTE, null) instanceof WebhookProgress progress) {
				progress.received();
			}
			return webhook.response().flatMap((response) -> write(response, exchange.getResponse()));
		});
	}

	private Mono<Void> write(WebhookResponse webhookResponse, ServerHttpResponse response) {
		response.setStatusCode(webhookResponse.status());
		webhookResponse.headers().forEach(response.getHeaders()::set);
		byte[] body = webhookResponse.body();
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
