package io.github.crispspring.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests {@link CrispJson} with unexpected JSON.
 */
@ExtendWith(OutputCaptureExtension.class)
class CrispJsonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			1700000000000                   | 2023-11-14T22:13:20Z
			1700000000000.5                 | 2023-11-14T22:13:20Z
			1.7e12                          | 2023-11-14T22:13:20Z
			1700000000                      | 2023-11-14T22:13:20Z
			1700000000.5                    | 2023-11-14T22:13:20.500Z
			"1700000000000"                 | 2023-11-14T22:13:20Z
			"1700000000"                    | 2023-11-14T22:13:20Z
			"2023-11-14T22:13:20Z"          | 2023-11-14T22:13:20Z
			"2023-11-14T23:13:20+01:00"     | 2023-11-14T22:13:20Z
			-86400000                       | 1969-12-31T00:00:00Z
			0                               | 1970-01-01T00:00:00Z
			1e-300                          | 1970-01-01T00:00:00Z
			""                              |
			null                            |
			1e30                            |
			1e300                           |
			-1e300                          |
			1e400                           |
			9223372036854775807             |
			-9223372036854775808            |
			-9000000000000000               |
			1700000000000000                |
			99999999999999999999            |
			-99999999999999999999           |
			"99999999999999999999"          |
			"+999999999-12-31T23:59:59Z"    |
			"NaN"                           |
			"Infinity"                      |
			"soon"                          |
			true                            |
			[]                              |
			[1700000000000]                 |
			{}                              |
			""")
	void unexpectedTimesAreAbsent(String json, @Nullable Instant expected) {
		assertThat(read("{\"time\":%s}".formatted(json)).time()).isEqualTo(expected);
		JsonNode tree = CrispJson.mapper().readTree("{\"time\":%s}".formatted(json));
		assertThat(CrispJson.read(tree, Sample.class).time()).isEqualTo(expected);
		assertThat(CrispJson.readInstant(tree.get("time"))).isEqualTo(expected);
	}

	@Test
	void missingTimeIsAbsent() {
		assertThat(CrispJson.readInstant(CrispJson.mapper().readTree("{}").path("time"))).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			163239614854320       | 163239614854320
			"163239614854320"     | 163239614854320
			163239614854320.0     | 163239614854320
			1e3                   | 1000
			-5                    | -5
			9223372036854775807   | 9223372036854775807
			9223372036854775808   | 0
			99999999999999999999  | 0
			1e30                  | 0
			1e400                 | 0
			1.5                   | 0
			"1.5"                 | 0
			""                    | 0
			"abc"                 | 0
			null                  | 0
			true                  | 0
			[7]                   | 0
			{}                    | 0
			""")
	void unexpectedFingerprintsAreAbsent(String json, long expected) {
		assertThat(read("{\"fingerprint\":%s}".formatted(json)).fingerprint()).isEqualTo(expected);
		assertThat(CrispJson.read(CrispJson.mapper().readTree("{\"fingerprint\":%s}".formatted(json)), Sample.class)
			.fingerprint()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "time", "fingerprint", "flag", "word", "list", "map", "part", "parts", "maybe",
			"number", "decimal" })
	void fieldThatCannotBeParsedDoesNotAffectOthers(String field) {
		JsonNode json = CrispJson.mapper().readTree(COMPLETE);
		Sample expected = CrispJson.read(json.deepCopy().asObject().without(field), Sample.class);
		Sample read = read(json.deepCopy().asObject().set(field, CrispJson.mapper().readTree("[[]]")).toString());
		assertThat(read).usingRecursiveComparison().ignoringFields("extraFields").isEqualTo(expected);
		assertThat(read.extraFields().get(field)).isEqualTo(CrispJson.mapper().readTree("[[]]"));
	}

	@Test
	void nestedFieldThatCannotBeParsedDoesNotAffectOthers() {
		Sample read = read("{\"part\":{\"name\":\"a\",\"size\":{}},\"parts\":[{\"size\":[]},{\"name\":\"c\"}]}");
		assertThat(read.part()).isEqualTo(new Part("a", null));
		assertThat(read.parts()).containsExactly(new Part(null, null), new Part("c", null));
		assertThat(read.extraFields()).isNull();
	}

	@Test
	void fieldsWithAnAliasAreLenient() {
		Sample read = read("{\"alias\":{},\"flag\":{}}");
		assertThat(read.word()).isNull();
		assertThat(read.extraFields().asMap()).containsOnlyKeys("word", "flag");
		assertThat(read("{\"alias\":\"w\",\"flag\":{}}").word()).isEqualTo("w");
	}

	@Test
	void recordWithAnAnySetterRetainsItsFields() {
		assertThat(CrispJson.<Anything>read("{\"count\":{},\"a\":1,\"b\":[2]}".getBytes(StandardCharsets.UTF_8),
				Anything.class))
			.isEqualTo(new Anything(null, Map.of("a", 1, "b", List.of(2))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"text\"", "7", "{\"id\":", "" })
	void jsonOtherThanAnObjectIsNotReadAsARecord(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(json));
	}

	@Test
	void implementationOfACollectionIsRetained() {
		byte[] json = "{\"content\":{\"map\":{\"a\":1},\"list\":[2]}}".getBytes(StandardCharsets.UTF_8);
		Holder<Implementations> read = CrispJson.read(json, new ParameterizedTypeReference<Holder<Implementations>>() {
		}.getType());
		assertThat(read.content())
			.isEqualTo(new Implementations(new HashMap<>(Map.of("a", 1)), new ArrayList<>(List.of(2))));
		Holder<HashMap<String, Object>> map = CrispJson.read("{\"content\":{\"a\":1}}".getBytes(StandardCharsets.UTF_8),
				new ParameterizedTypeReference<Holder<HashMap<String, Object>>>() {
				}.getType());
		assertThat(map.content()).isEqualTo(new HashMap<>(Map.of("a", 1)));
	}

	@Test
	void contentOfAnEnvelopeIsNotLenient() {
		byte[] json = "{\"content\":7}".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> CrispJson.read(json, new ParameterizedTypeReference<Holder<List<Sample>>>() {
			}.getType()));
	}

	@Test
	void wellFormedJsonIsReadOnce() {
		Counted.created = 0;
		CrispJson.read("{\"number\":1,\"moon\":2}".getBytes(StandardCharsets.UTF_8), Counted.class);
		assertThat(Counted.created).isEqualTo(1);
	}

	@Test
	void unreadableFieldIsLoggedOnceWithoutItsValue(CapturedOutput output) {
		List<String> seen = new ArrayList<>();
		UnreadableFields.Observer observer = (type, field) -> seen.add(type + "." + field);
		UnreadableFields.addObserver(observer);
		try {
			for (int i = 0; i < 3; i++) {
				CrispJson.read("{\"size\":\"swordfish\"}".getBytes(StandardCharsets.UTF_8), Logged.class);
			}
		}
		finally {
			UnreadableFields.removeObserver(observer);
		}
		CrispJson.read("{\"size\":\"swordfish\"}".getBytes(StandardCharsets.UTF_8), Logged.class);
		assertThat(seen).hasSize(3).containsOnly("CrispJsonTests.Logged.size");
		assertThat(output).containsOnlyOnce("Field 'size' of CrispJsonTests.Logged").doesNotContain("swordfish");
	}

	private static Sample read(String json) {
		return CrispJson.<Sample>read(json.getBytes(StandardCharsets.UTF_8), Sample.class);
	}

	private static final String COMPLETE = """
			{"id":"i","time":1700000000000,"fingerprint":7,"flag":true,"word":"w","list":["l"],"map":{"k":"v"},
			"part":{"name":"a","size":1},"parts":[{"name":"b","size":2}],"maybe":true,"number":3,"decimal":1.5}""";

	record Sample(@Nullable String id, @Nullable Instant time, long fingerprint, boolean flag,
			@JsonAlias("alias") @Nullable String word, List<String> list, Map<String, Object> map, @Nullable Part part,
			List<Part> parts, @Nullable Optional<Boolean> maybe, @Nullable Integer number, @Nullable Double decimal,
			@Nullable ExtraFields extraFields) {

	}

	record Part(@Nullable String name, @Nullable Integer size) {

	}

	record Anything(@Nullable Integer count, @JsonAnySetter Map<String, Object> other) {

	}

	record Implementations(HashMap<String, Object> map, ArrayList<Integer> list) {

	}

	record Holder<T>(@Nullable T content) {

	}

	record Logged(@Nullable Integer size) {

	}

	record Counted(int number) {

		static int created;

		Counted {
			created++;
		}

	}

}
