package io.github.crispspring.event;

import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.ContractTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that mappers of applications write and read events without loss.
 */
class CrispEventJacksonModuleTests {

	private static final JsonMapper PLAIN = JsonMapper.builder().addModule(new CrispEventJacksonModule()).build();

	/**
	 * Settings of which each would lose or reject a value of the records.
	 */
	private static final JsonMapper HOSTILE = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
		.enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
		.defaultTimeZone(TimeZone.getTimeZone("Asia/Kathmandu"))
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
				DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
				DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
				DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
				DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
		.enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS,
				SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
		.enable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
		.enable(EnumFeature.WRITE_ENUMS_USING_INDEX, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
		.disable(JsonNodeFeature.READ_NULL_PROPERTIES, JsonNodeFeature.WRITE_NULL_PROPERTIES)
		.enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
		.disable(MapperFeature.USE_ANNOTATIONS)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_DEFAULT)
			.withContentInclusion(JsonInclude.Include.NON_EMPTY))
		.changeDefaultVisibility(
				(visibility) -> visibility.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE))
		.addModule(new CrispEventJacksonModule())
		.build();

	private static ContractTypes types;

	private final CrispEventReader reader = new CrispEventReader();

	@BeforeAll
	static void loadTypes() throws Exception {
		types = ContractTypes.load();
	}

	static Stream<ContractEvent> events() throws Exception {
		return ContractEvent.load().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void eventIsReadBackEqual(ContractEvent contract) {
		assertThat(contract.samples(types)).isNotEmpty().allSatisfy((data) -> {
			CrispEvent event = this.reader.read(contract.event(), "w", data);
			assertThat(readBack(PLAIN, event, event.getClass())).isEqualTo(event);
			assertThat(readBack(HOSTILE, event, event.getClass())).isEqualTo(event);
			assertThat(readBack(HOSTILE, event, CrispEvent.class)).isEqualTo(event);
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void eventWithFewFieldsIsReadBackEqual(ContractEvent contract) {
		assertThat(contract.samples(types)).allSatisfy((data) -> {
			CrispEvent event = this.reader.read(contract.event(), "w", data.remove(contract.optional()));
			assertThat(readBack(HOSTILE, event, event.getClass())).isEqualTo(event);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			moon:landed  | {"website_id":"w","stars":5,"none":null,"list":[],"one":[1],"float":0.1,"whole":2.0}
			moon:landed  | {"large":12345678901234567890123,"long":9007199254740993,"text":"\\u0000\\u2028ü"}
			moon:landed  | [1,null,{"a":null}]
			moon:landed  | "text"
			moon:landed  | null
			message:send | {"website_id":"w","session_id":{"a":1},"secret":null}
			message:send | {"website_id":"w"}
			""")
	void unknownEventIsReadBackEqual(String name, String json) {
		CrispEvent event = this.reader.read(name, null, CrispJson.mapper().readTree(json));
		assertThat(event).isInstanceOf(UnknownEvent.class);
		assertThat(readBack(HOSTILE, event, UnknownEvent.class)).isEqualTo(event);
		assertThat(readBack(HOSTILE, event, CrispEvent.class)).isEqualTo(event);
	}

	@Test
	void unknownValuesRemainUnknown() {
		CrispEvent event = message("""
				{"website_id":"w","session_id":"s","from":"martian","type":"hologram","content":{"depth":3},
				"properties":{"nothing":null,"number":1.5,"list":[null]}}""");
		assertThat(readBack(HOSTILE, event, MessageSend.class)).isEqualTo(event);
	}

	@Test
	void eventIsWrittenInTheFormatOfAWebhook() {
		JsonNode written = PLAIN.readTree(PLAIN.writeValueAsString(new MessageRemoved("w", "s", null, 7)));
		assertThat(written.get("website_id").asString()).isEqualTo("w");
		assertThat(written.get("event").asString()).isEqualTo(MessageRemoved.NAME);
		assertThat(written.get("data").get("fingerprint").asLong()).isEqualTo(7);
	}

	@Test
	void eventsAreReadWithinOtherValues() {
		Holder holder = new Holder("before",
				List.of(message("{\"session_id\":\"1\"}"), message("{\"session_id\":\"2\"}")),
				(MessageSend) message("{\"session_id\":\"3\"}"), "after");
		assertThat(PLAIN.readValue(PLAIN.writeValueAsString(holder), Holder.class)).isEqualTo(holder);
		assertThat(PLAIN.convertValue(holder, Holder.class)).isEqualTo(holder);
	}

	@ParameterizedTest
	@ValueSource(classes = { CrispEvent.class, Object.class })
	void mapperThatWritesTypesReadsThem(Class<?> type) {
		JsonMapper typing = JsonMapper.builder()
			.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
					DefaultTyping.NON_FINAL_AND_RECORDS)
			.addModule(new CrispEventJacksonModule())
			.build();
		CrispEvent event = message("{\"session_id\":\"1\"}");
		assertThat(typing.readValue(typing.writerFor(type).writeValueAsString(event), type)).isEqualTo(event);
	}

	@Test
	void eventOfANewerVersionIsUnknownToAnOlderOne() {
		CrispEvent event = PLAIN.readValue("{\"website_id\":\"w\",\"event\":\"moon:landed\",\"data\":{\"stars\":5}}",
				CrispEvent.class);
		assertThat(event).isEqualTo(
				new UnknownEvent("moon:landed", "w", CrispJson.mapper().createObjectNode().put("stars", 5), null));
	}

	@Test
	void eventUnknownToAnOlderVersionIsReadAsItsRecord() {
		ObjectNode data = CrispJson.mapper().createObjectNode().put("website_id", "w").put("session_id", "s");
		CrispEvent stored = new UnknownEvent(MessageSend.NAME, "w", data, null);
		assertThat(readBack(PLAIN, stored, CrispEvent.class)).isInstanceOf(MessageSend.class);
		assertThat(readBack(PLAIN, stored, UnknownEvent.class)).isEqualTo(stored);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					{"session_id":"swordfish"}                                       | field 'event' with its name is missing
					["swordfish"]                                                    | field 'event' with its name is missing
					{"event":"message:received","data":{"session_id":"swordfish"}}   | Event 'message:received' is not a MessageSend
					{"event":"moon:landed","data":{"session_id":"swordfish"}}        | Event 'moon:landed' is not a MessageSend
					{"event":"message:send","data":{"fingerprint":"swordfish"}}      | Data of event 'message:send' does not have the expected format
					{"event":"message:send","data":null}                             | Data of event 'message:send' does not have the expected format
					{"event":"message:send"}                                         | Data of event 'message:send' does not have the expected format
					""")
	void rejectsOtherJsonWithoutDisclosingIt(String json, String problem) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> PLAIN.readValue(json, MessageSend.class))
			.withMessageContaining(problem)
			.matches((ex) -> !ex.toString().contains("swordfish") && ex.getCause() == null);
	}

	@Test
	void otherTypesAreNotAffected() {
		JsonMapper without = JsonMapper.builder().build();
		Map<String, Object> value = Map.of("event", "message:send");
		assertThat(PLAIN.writeValueAsString(value)).isEqualTo(without.writeValueAsString(value));
		assertThat(PLAIN.readTree("{\"event\":\"message:send\",\"data\":{}}").isObject()).isTrue();
	}

	private CrispEvent message(String json) {
		CrispEvent event = this.reader.read(MessageSend.NAME, "w", CrispJson.mapper().readTree(json));
		assertThat(event).isInstanceOf(MessageSend.class);
		return event;
	}

	/**
	 * Configure the mapper like Spring Modulith.
	 */
	private static Object readBack(JsonMapper mapper, CrispEvent event, Class<?> type) {
		return mapper.readerFor(type).readValue(mapper.writeValueAsString(event));
	}

	record Holder(String before, List<CrispEvent> events, MessageSend message, String after) {

	}

}
