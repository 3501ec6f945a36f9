package io.github.crispspring.client;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyInserter;

/**
 * {@link BodyInserter} for a body that is JSON already. It needs no codecs, which belong
 * to the application, and sets the headers of the body on the request itself rather than
 * on the headers of each layer above it, which are copied from one to the next.
 *
 * @param json the JSON in UTF-8
 */
record JsonBody(byte[] json) implements BodyInserter<byte[], ClientHttpRequest> {

	@Override
	public Mono<Void> insert(ClientHttpRequest request, Context context) {
		HttpHeaders headers = request.getHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setContentLength(this.json.length);
		return request.writeWith(Mono.just(request.bufferFactory().wrap(this.json)));
	}

}
