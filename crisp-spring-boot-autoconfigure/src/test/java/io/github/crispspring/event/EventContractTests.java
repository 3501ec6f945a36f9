package io.github.crispspring.event;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.ContractTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatObject;

/**
 * Tests the events against the contract: there is a record for each, which retains all
 * fields.
 */
class EventContractTests {

	/**
	 * Compares values, regardless of the decimals of a number.
	 */
	private static final Comparator<JsonNode> VALUES = (one, other) -> {
		if (one.isNumber() && other.isNumber()) {
			return one.decimalValue().compareTo(other.decimalValue());
		}
		return one.equals(other) ? 0 : 1;
	};

	private static ContractTypes types;

	private final CrispEventReader reader = new CrispEventReader();

	@BeforeAll
	static void loadTypes() throws Exception {
		types = ContractTypes.load();
	}

	static Stream<ContractEvent> events() throws Exception {
		return ContractEvent.load().stream();
	}

	@Test
	void recordsMatchTheEventsOfTheContract() throws Exception {
		List<String> names = events().map(ContractEvent::event).toList();
		assertThat(names).hasSize(83).doesNotHaveDuplicates();
		assertThat(EventTypes.namesOf(CrispEvent.class)).containsExactlyInAnyOrderElementsOf(names);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void groupOfSeveralEventsIsTheFirstWordOfTheirNames(ContractEvent event) throws Exception {
		String word = groupOf(event);
		String group = Character.toUpperCase(word.charAt(0)) + word.substring(1) + "Event";
		Class<?> type = Class.forName(CrispEvent.class.getPackageName() + "." + group);
		assertThat(type).isAssignableFrom(EventTypes.typeOf(event.event()));
		assertThat(EventTypes.namesOf(type)).allMatch((name) -> name.startsWith(word + ":"));
	}

	static Stream<ContractEvent> groupOfSeveralEventsIsTheFirstWordOfTheirNames() throws Exception {
		Map<String, List<ContractEvent>> groups = events().collect(Collectors.groupingBy(EventContractTests::groupOf));
		return groups.values().stream().filter((group) -> group.size() > 1).flatMap(List::stream);
	}

	private static String groupOf(ContractEvent event) {
		return event.event().split(":")[0];
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void listsAndMapsAreUnmodifiable(ContractEvent event) throws Exception {
		for (JsonNode sample : event.samples(types)) {
			assertUnmodifiable(this.reader.read(event.event(), null, sample));
		}
		assertUnmodifiable(this.reader.read(event.event(), null,
				event.samples(types).get(0).retain("website_id", "session_id", "user_id", "plugin_id", "resource")));
	}

	private static void assertUnmodifiable(Object value) throws Exception {
		if (value instanceof List<?> list) {
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(null));
			for (Object element : list) {
				assertUnmodifiable(element);
			}
		}
		else if (value instanceof Map<?, ?> map) {
			assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> map.put(null, null));
		}
		else if (value instanceof Record) {
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				component.getAccessor().setAccessible(true);
				assertUnmodifiable(component.getAccessor().invoke(value));
			}
		}
	}

	@Test
	void eventWithASessionBelongsToAConversation() throws Exception {
		Set<String> names = events()
			.filter((event) -> event.fields() != null && event.fields().containsKey("session_id"))
			.map(ContractEvent::event)
			.collect(Collectors.toSet());
		assertThat(EventTypes.namesOf(ConversationEvent.class)).containsExactlyInAnyOrderElementsOf(names);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void websiteIsRequiredIfTheContractRequiresIt(ContractEvent event) {
		boolean promised = event.fields() != null && event.fields().containsKey("website_id");
		assertThat(EventTypes.belongsToWebsite(EventTypes.typeOf(event.event()))).isEqualTo(promised);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void allFieldsAreRetained(ContractEvent event) {
		assertThat(event.samples(types)).isNotEmpty().allSatisfy((data) -> {
			JsonNode written = write(read(event, data));
			assertThatObject(written).usingComparator((one, other) -> one.equals(VALUES, other) ? 0 : 1)
				.isEqualTo(data);
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void optionalFieldsMayBeMissing(ContractEvent event) {
		assertThat(event.samples(types)).allSatisfy((data) -> {
			JsonNode written = write(read(event, data.remove(event.optional())));
			assertThat(data.properties()).allSatisfy((field) -> assertThat(written.has(field.getKey())).isTrue());
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void optionalFieldsMayBeNull(ContractEvent event) {
		assertThat(event.samples(types)).allSatisfy((data) -> {
			CrispEvent missing = read(event, data.deepCopy().remove(event.optional()));
			event.optional().forEach(data::putNull);
			assertThat(read(event, data)).isEqualTo(missing);
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void objectsMayBeEmpty(ContractEvent event) {
		assertThat(event.samples(types)).allSatisfy((data) -> {
			data.properties()
				.stream()
				.filter((field) -> field.getValue().isObject())
				.forEach((field) -> field.setValue(data.objectNode()));
			read(event, data);
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("events")
	void unknownFieldsAreIgnored(ContractEvent event) {
		assertThat(event.samples(types)).allSatisfy((data) -> {
			CrispEvent known = read(event, data);
			ObjectNode more = data.deepCopy().put("moon", 7);
			more.set("sun", more.objectNode().put("stars", 7));
			more.putIfAbsent("routing_ids", more.arrayNode().add("r"));
			assertThat(read(event, more)).isEqualTo(known);
		});
	}

	private CrispEvent read(ContractEvent contract, JsonNode data) {
		CrispEvent event = this.reader.read(contract.event(), null, data);
		assertThat(event).isNotInstanceOf(UnknownEvent.class);
		assertThat(event.name()).isEqualTo(contract.event());
		return event;
	}

	private JsonNode write(CrispEvent event) {
		return CrispJson.mapper().readTree(CrispJson.mapper().writeValueAsBytes(event));
	}

}
