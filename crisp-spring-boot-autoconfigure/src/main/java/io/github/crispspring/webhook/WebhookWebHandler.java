package io.github.crispspring.webhook;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * {@link WebHandler} that passes webhooks to the {@link CrispWebhookReceiver} on Spring
 * WebFlux. Unlike a controller, it depends neither on the argument resolvers and result
 * handlers of the application nor on its executor for blocking controllers, and costs
 * less.
 */
final class WebhookWebHandler implements WebHandler {

	private final CrispWebhookReceiver receiver;

	private final WebhookReads reads;

	private final Deadlines deadlines;

	/**
	 * Create a handler.
	 * @param receiver the receiver of webhooks
	 * @param maxBodySize the maximum size of the body of a request
	 * @param readTimeout the maximum time from the headers of a request to the end of its
	 * body
	 */
	WebhookWebHandler(CrispWebhookReceiver receiver, DataSize maxBodySize, Duration readTimeout) {
		this.receiver = receiver;
		this.reads = new WebhookReads(maxBodySize, readTimeout);
		this.deadlines = new Deadlines(readTimeout);
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		HttpHeaders headers = request.getHeaders();
		WebhookResult result = this.receiver.receive(WebhookRequest.of(request.getMethod().name(), headers::getFirst,
				request.getURI().getRawQuery(), () -> body(request)));
		return Mono.deferContextual((context) -> respond(result, exchange.getResponse(), context));
	}

	private Mono<WebhookBody> body(ServerHttpRequest request) {
		long declaredLength = request.getHeaders().getContentLength();
		if (declaredLength > this.reads.maxBodySize()) {
			return Mono.just(WebhookBody.tooLarge());
		}
		return Mono.create((sink) -> request.getBody()
			.subscribe(new BodyCollector(sink, declaredLength, this.reads, this.deadlines)));
	}

	private Mono<Void> respond(WebhookResult result, ServerHttpResponse response, ContextView context) {
		WebhookProgress progress = context.getOrDefault(WebhookProgress.ATTRIBUTE, null);
		if (progress != null) {
			progress.received();
		}
		return result.response().flatMap((webhookResponse) -> {
			if (progress != null) {
				progress.responded(webhookResponse);
			}
			return write(webhookResponse, response);
		});
	}

	static Mono<Void> write(WebhookResponse webhookResponse, ServerHttpResponse response) {
		response.setStatusCode(webhookResponse.status());
		webhookResponse.headers().forEach(response.getHeaders()::set);
		byte[] body = webhookResponse.body();
		response.getHeaders().setContentLength(body.length);
		if (body.length == 0) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
