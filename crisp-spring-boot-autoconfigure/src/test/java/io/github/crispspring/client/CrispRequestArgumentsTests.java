package io.github.crispspring.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests {@link CrispRequestArguments}.
 */
class CrispRequestArgumentsTests {

	private final AtomicReference<URI> requested = new AtomicReference<>();

	private final Routes routes = CrispRest.builder(WebClient.builder().exchangeFunction((request) -> {
		this.requested.set(request.url());
		return Mono.just(ClientResponse.create(HttpStatus.OK).body("{}").build());
	})).credentials(new CrispCredentials("identifier", "key")).build().client(Routes.class);

	@Test
	void variableIsOneSegment() {
		this.routes.one("a/b c").block();
		assertThat(this.requested.get().getRawPath()).isEqualTo("/one/a%2Fb%20c/end");
	}

	@ParameterizedTest
	@CsvSource({ "a, a", "a/b/c, a/b/c", "a b/c?d#e/%2F, a%20b/c%3Fd%23e/%252F", "a/{b}, a/%7Bb%7D" })
	void variableWithAsteriskHasSeveralSegments(String path, String sent) {
		this.routes.several(path).block();
		assertThat(this.requested.get().getRawPath()).isEqualTo("/several/" + sent);
		assertThat(this.requested.get().getRawQuery()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a/", "/a", "a//b", "a/ /b" })
	void rejectsPathWithAnEmptySegment(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.routes.several(path))
			.withMessage("'path' must consist of one or more segments separated by single slashes, "
					+ "without empty segments");
		assertThat(this.requested).hasValue(null);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", "a/../b", "a/./b" })
	void rejectsSegmentThatChangesTheRoute(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.routes.several(path))
			.withMessage("'path' must not be empty, '.' or '..'");
		assertThat(this.requested).hasValue(null);
	}

	interface Routes {

		@GetExchange("/one/{segment}/end")
		Mono<Void> one(@PathVariable String segment);

		@GetExchange("/several/{*path}")
		Mono<Void> several(@PathVariable String path);

	}

}
