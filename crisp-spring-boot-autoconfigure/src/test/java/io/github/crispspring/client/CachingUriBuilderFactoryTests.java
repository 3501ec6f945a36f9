package io.github.crispspring.client;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.util.DefaultUriBuilderFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CachingUriBuilderFactory}.
 */
class CachingUriBuilderFactoryTests {

	@ParameterizedTest
	@MethodSource
	void expandsAsSpringDoes(String baseUrl, String template) {
		CachingUriBuilderFactory factory = new CachingUriBuilderFactory(baseUrl);
		DefaultUriBuilderFactory expected = new DefaultUriBuilderFactory(baseUrl);
		for (String value : new String[] { "plain", "a/b?c#d", "100%", "é +&=;", "{other}", "", "\uD83D\uDE00" }) {
			Map<String, String> variables = Map.of("a", value, "b", "second", "queryParam-x", "x", "queryParam-x[0]",
					value);
			assertThat(factory.expand(template, variables)).isEqualTo(expected.expand(template, variables));
		}
	}

	static Stream<Arguments> expandsAsSpringDoes() {
		return Stream.of("https://api.crisp.chat", "http://localhost:8080/crisp", "http://[::1]:1/a%20b?key=value")
			.flatMap((baseUrl) -> Stream
				.of("/v1/website/{a}/conversation/{b}", "/v1/{a}{b}/é ü/", "/v1/{a}?{queryParam-x}={queryParam-x[0]}",
						"/v1/{a}?per_page={b}&fixed=a b", "", "/", "https://example.com/{a}")
				.map((template) -> Arguments.of(baseUrl, template)));
	}

	@Test
	void missingVariableIsAnError() {
		CachingUriBuilderFactory factory = new CachingUriBuilderFactory("https://api.crisp.chat");
		assertThatIllegalArgumentException().isThrownBy(() -> factory.expand("/v1/{a}", Map.of()))
			.withMessageContaining("'a'");
	}

}
