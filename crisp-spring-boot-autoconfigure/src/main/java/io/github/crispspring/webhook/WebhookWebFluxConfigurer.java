package io.github.crispspring.webhook;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@link WebFluxConfigurer} that supports the {@link CrispWebhookController} on Spring
 * WebFlux: it resolves the argument of the handler methods.
 */
final class WebhookWebFluxConfigurer implements WebFluxConfigurer, HandlerMethodArgumentResolver, Ordered {

	private final WebhookReads reads;

	private final Deadlines deadlines;

	/**
	 * Create a configurer.
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 */
	WebhookWebFluxConfigurer(DataSize maxBodySize, Duration readTimeout) {
		this.reads = new WebhookReads(maxBodySize, readTimeout);
		this.deadlines = new Deadlines(readTimeout);
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
			.subscribe(new BodyCollector(sink, declaredLength, this.reads, this.deadlines)));
	}

	/**
	 * Precede the configurers of the application.
	 */
	@Override
	public int getOrder() {
		return 0;
	}

}
