package io.github.crispspring.webhook;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;

/**
 * Brings requests to the {@link CrispWebhookController} and its answers back, on Spring
 * WebFlux.
 */
public final class CrispWebhookWebFlux
		implements WebFluxConfigurer, HandlerMethodArgumentResolver, HandlerResultHandler, Ordered {

	private final WebhookReads reads;

	private final BodyDeadlines deadlines;

	/**
	 * Create the support for Spring WebFlux.
	 * @param maxBodySize the largest body to read
	 * @param readTimeout the longest time between the headers and the end of the body
	 */
	public CrispWebhookWebFlux(DataSize maxBodySize, Duration readTimeout) {
		this.reads = new WebhookReads(maxBodySize, readTimeout);
		this.deadlines = new BodyDeadlines(readTimeout);
	}

	@Override
	public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
		configurer.addCustomResolver(this);
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
		long announced = request.getHeaders().getContentLength();
		if (announced > this.reads.maxBodySize()) {
			return Mono.just(WebhookBody.tooLarge());
		}
		return Mono.create((sink) -> request.getBody()
			.subscribe(new BodyCollector(sink, announced, this.reads, this.deadlines.next())));
	}

	/**
	 * Before views are looked for, which is what is done with any result at last.
	 */
	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public boolean supports(HandlerResult result) {
		return result.getReturnType().toClass() == WebhookReply.class;
	}

	@Override
	public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
		return (result.getReturnValue() instanceof WebhookReply reply)
				? reply.answer().flatMap((answer) -> write(answer, exchange.getResponse())) : Mono.empty();
	}

	private Mono<Void> write(WebhookResponse answer, ServerHttpResponse response) {
		response.setStatusCode(answer.status());
		answer.headers().forEach(response.getHeaders()::set);
		byte[] body = answer.body();
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
