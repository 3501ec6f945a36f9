package io.github.crispspring.webhook;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.HandlerResultHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@link HandlerResultHandler} that writes the response of the
 * {@link CrispWebhookController} on Spring WebFlux.
 */
final class WebhookResultHandler implements HandlerResultHandler, Ordered {

	/**
	 * Precede the handler of views, which supports any result.
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
			WebhookProgress progress = context.getOrDefault(WebhookProgress.ATTRIBUTE, null);
			if (progress == null) {
				return webhook.response().flatMap((response) -> write(response, exchange.getResponse()));
			}
			progress.received();
			return webhook.response()
				.doOnNext(progress::responded)
				.flatMap((response) -> write(response, exchange.getResponse()));
		});
	}

	static Mono<Void> write(WebhookResponse webhookResponse, ServerHttpResponse response) {
		response.setStatusCode(webhookResponse.status());
		webhookResponse.headers().forEach(response.getHeaders()::set);
		byte[] body = webhookResponse.body();
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
