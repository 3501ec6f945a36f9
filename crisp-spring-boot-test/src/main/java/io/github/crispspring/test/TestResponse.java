package io.github.crispspring.test;

import java.io.IOException;
import java.util.Locale;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * A response in Crisp's envelope, or an exception instead of one.
 *
 * @param status the status
 * @param error whether the envelope reports an error
 * @param reason the reason
 * @param data the data, a JSON null if there is none
 * @param exception the exception, or {@code null} for a response
 */
record TestResponse(HttpStatusCode status, boolean error, String reason, JsonNode data,
		@Nullable IOException exception) {

	static TestResponse success(HttpStatusCode status, @Nullable Object data) {
		return new TestResponse(status, false, "stubbed", CrispJson.copyToTree(data), null);
	}

	static TestResponse error(HttpStatusCode status, String reason) {
		return new TestResponse(status, true, reason, CrispJson.mapper().createObjectNode(), null);
	}

	static TestResponse failure(IOException exception) {
		return new TestResponse(HttpStatus.SERVICE_UNAVAILABLE, true, "", CrispJson.mapper().nullNode(), exception);
	}

	/**
	 * Return the response to a read without a stub.
	 */
	static TestResponse notStubbed(CrispCall call) {
		return new TestResponse(HttpStatus.NOT_FOUND, true, "not_stubbed",
				CrispJson.mapper()
					.createObjectNode()
					.put("message", "the test defines no response; use CrispTester.given(HttpMethod.%s, \"%s\")"
						.formatted(call.method(), call.path())),
				null);
	}

	/**
	 * Return the name of a status in the style of Crisp's reasons.
	 */
	static String reason(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.name().toLowerCase(Locale.ROOT) : "http_error";
	}

	boolean isSuccess() {
		return this.exception == null && !this.error && this.status.is2xxSuccessful();
	}

	Mono<ClientResponse> to(ClientRequest request) {
		if (this.exception != null) {
			return Mono.error(new WebClientRequestException(this.exception, request.method(), request.url(),
					new HttpHeaders(request.headers())));
		}
		ClientResponse.Builder response = ClientResponse.create(this.status)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
		if (!request.method().equals(HttpMethod.HEAD)) {
			response.body(envelope());
		}
		return Mono.just(response.build());
	}

	private String envelope() {
		return CrispJson.mapper()
			.writeValueAsString(CrispJson.mapper()
				.createObjectNode()
				.put("error", this.error)
				.put("reason", this.reason)
				.set("data", this.data));
	}

}
