package io.github.crispspring.event;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.crispspring.testsupport.ContractTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;

/**
 * Event of the contract.
 *
 * @param event the name of the event
 * @param tiers the tiers to which it is sent, if known
 * @param payloadType the type of the data, if known
 * @param fields the types of the fields of the data, if known
 * @param variants the alternative types of the data, if there are several
 */
public record ContractEvent(String event, @Nullable List<String> tiers, @Nullable String payloadType,
		@Nullable Map<String, String> fields, @Nullable List<String> variants) {

	/**
	 * Types of events that have none in the contract, by family.
	 */
	private static final Map<String, String> UNSAID = Map.of("bucket:url:crawler:generated",
			"EventsBucketURLGenerated");

	/**
	 * Fields of message events that the contract states for other events or for REST.
	 */
	private static final Map<String, String> UNSAID_FIELDS = Map.of("message:updated", """
			{"type":"text","preview":[{"url":"u","website":"w","title":"t","stamped":true,
			"preview":{"excerpt":"e","image":"i","embed":"m"}}],"routing_ids":["r"]}""");

	/**
	 * Fields of messages that only some of Crisp's own sources contain.
	 */
	private static final String FURTHER = """
			{"edited":true,"translated":true,"original":{"original_id":"o"},"properties":{"Key":"value"},
			"references":[{"type":"link","name":"Crisp","target":"https://crisp.chat"}],
			"preview":[{"url":"u","website":"w","title":"t","stamped":true,
			"preview":{"excerpt":"e","image":"i","embed":"m"}}],"read":"chat","delivered":"email",
			"ignored":{"u":{"type":"user","reason":"blocked"}},"stealth":true,"routing_ids":["r"]}""";

	private static final JsonMapper mapper = JsonMapper.builder().build();

	/**
	 * Read all events of the contract.
	 * @return the events
	 */
	public static List<ContractEvent> load() throws Exception {
		return mapper.readerForListOf(ContractEvent.class)
			.readValue(new ClassPathResource("contract/events.json").getContentAsByteArray());
	}

	/**
	 * Generate samples of the data in which every field is set.
	 * @param types the types of the contract
	 * @return the samples, for a message one for each kind of content
	 */
	public List<ObjectNode> samples(ContractTypes types) {
		List<String> kinds = (this.variants != null) ? this.variants
				: List.of(UNSAID.getOrDefault(this.event, String.valueOf(this.payloadType)));
		return kinds.stream()
			.flatMap((kind) -> types.samples(this.event, "data", kind).stream())
			.map(JsonNode::asObject)
			.map((sample) -> sample.setAll(mapper.readTree(further()).asObject()))
			.toList();
	}

	private String further() {
		return (this.variants != null) ? FURTHER : UNSAID_FIELDS.getOrDefault(this.event, "{}");
	}

	/**
	 * Return which fields may be missing or {@code null}.
	 * @return the names of the fields
	 */
	Set<String> optional() {
		return (this.fields == null) ? Set.of()
				: this.fields.entrySet()
					.stream()
					.filter((field) -> field.getValue().endsWith("?") || field.getValue().endsWith("| null"))
					.map(Map.Entry::getKey)
					.collect(Collectors.toSet());
	}

	@Override
	public String toString() {
		return this.event;
	}

}
