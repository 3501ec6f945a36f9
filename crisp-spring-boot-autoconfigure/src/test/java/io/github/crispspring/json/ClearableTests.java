package io.github.crispspring.json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests {@link Clearable}.
 */
class ClearableTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "    | {}", "'' | {\"text\":null}", "a  | {\"text\":\"a\"}" })
	void nullIsOmittedAndEmptyTextIsSentAsNull(@Nullable String text, String json) {
		assertThat(CrispJson.mapper().writeValueAsString(new Change(text))).isEqualTo(json);
	}

	record Change(@Clearable @Nullable String text) {

	}

}
