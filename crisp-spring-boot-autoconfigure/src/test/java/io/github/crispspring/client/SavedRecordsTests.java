package io.github.crispspring.client;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.campaign.WebsiteCampaignItem;
import io.github.crispspring.client.website.inbox.WebsiteInbox;
import io.github.crispspring.client.website.inbox.WebsiteInboxBuilder;
import io.github.crispspring.client.website.operator.WebsiteOperatorListItem;
import io.github.crispspring.client.website.people.PeopleProfile;
import io.github.crispspring.client.website.people.PeopleProfileRequest;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.PickerContent;
import io.github.crispspring.model.ConversationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that records which are read and sent back retain other fields.
 */
class SavedRecordsTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private static final String INBOX = """
			{"inbox_id":"i","name":"VIP","order":1,"operators":[],"operator":"xor","created_at":1767225600000,
			"updated_at":"soon","sound":{"volume":0.5},"conditions":[
			{"model":"session","criterion":"email","operator":"regex","query":["@acme"],"negated":true},
			{"model":"session","criterion":"segments","operator":"eq","query":["vip"]}]}""";

	static Set<Class<?>> saved() throws Exception {
		Set<Class<?>> read = new LinkedHashSet<>();
		ResponseTypesTests.answered().forEach((exchanged) -> addRecords(exchanged.javaType(), read));
		Set<Class<?>> sent = new LinkedHashSet<>();
		ResponseTypesTests.sent().forEach((exchanged) -> addRecords(exchanged.javaType(), sent));
		sent.retainAll(read);
		return sent;
	}

	static Stream<Class<?>> savedAsAWhole() throws Exception {
		Set<Class<?>> saved = saved();
		return ResponseTypesTests.sent()
			.<Class<?>>map((exchanged) -> exchanged.javaType().toClass())
			.filter(saved::contains)
			.filter((type) -> extraFields(type) != null)
			.distinct();
	}

	@ParameterizedTest
	@MethodSource("saved")
	void recordForBothDirectionsHasExtraFields(Class<?> type) {
		assertThat(extraFields(type) != null
				|| Arrays.stream(type.getRecordComponents())
					.anyMatch((component) -> component.getAccessor().isAnnotationPresent(JsonAnySetter.class))
				|| isManaged(type))
			.isTrue();
	}

	@ParameterizedTest
	@MethodSource("savedAsAWhole")
	void unknownFieldsAreSentBack(Class<?> type) {
		ObjectNode json = sample(type, 0);
		ObjectNode sent = withoutManaged(json, type);
		addUnknown(json, type);
		addUnknown(sent, type);
		assertThat(save(json, type)).isEqualTo(sent);
	}

	@ParameterizedTest
	@MethodSource("savedAsAWhole")
	void fieldsThatCannotBeParsedAreSentBack(Class<?> type) {
		for (RecordComponent component : components(type)) {
			if (component.getType() != Object.class) {
				ObjectNode json = sample(type, 0);
				json.set(name(component), CrispJson.mapper().readTree("[[1,{\"odd\":null}]]"));
				assertThat(save(json, type)).as(component.getName()).isEqualTo(withoutManaged(json, type));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("savedAsAWhole")
	void managedFieldsAreReadButNotSent(Class<?> type) throws Exception {
		ObjectNode json = sample(type, 0);
		Object read = CrispJson.read(json, type);
		for (RecordComponent component : components(type)) {
			assertThat(component.getAccessor().invoke(read)).isNotNull();
			if (component.getAccessor().isAnnotationPresent(ReceiveOnly.class)) {
				assertThat(CrispJson.mapper().<JsonNode>valueToTree(read).has(name(component))).isFalse();
				assertThat(CrispJson.copyToTree(read).has(name(component))).isTrue();
			}
		}
	}

	@Test
	void inboxIsSavedUnchanged() {
		ObjectNode sent = CrispJson.mapper().readTree(INBOX).asObject();
		sent.remove(List.of("inbox_id", "created_at", "updated_at"));
		assertThat(save(CrispJson.mapper().readTree(INBOX), WebsiteInbox.class)).isEqualTo(sent);
	}

	@Test
	void copyFromTheBuilderRetainsUnchangedFields() {
		WebsiteInbox inbox = CrispJson.read(CrispJson.mapper().readTree(INBOX), WebsiteInbox.class);
		WebsiteInbox changed = WebsiteInboxBuilder.builder(inbox).name("New").build();
		JsonNode sent = CrispJson.mapper().valueToTree(changed);
		assertThat(sent.get("name").asString()).isEqualTo("New");
		assertThat(sent.get("sound")).isEqualTo(CrispJson.mapper().readTree("{\"volume\":0.5}"));
		assertThat(sent.get("conditions").get(0).get("operator").asString()).isEqualTo("regex");
		assertThat(sent.get("conditions").get(0).get("negated").asBoolean()).isTrue();
	}

	@Test
	void componentThatWasSetReplacesTheExtraField() {
		WebsiteInbox inbox = CrispJson.read(CrispJson.mapper().readTree("{\"name\":{},\"order\":[]}"),
				WebsiteInbox.class);
		assertThat(CrispJson.mapper().writeValueAsString(WebsiteInboxBuilder.builder(inbox).name("New").build()))
			.isEqualTo("{\"name\":\"New\",\"order\":[]}");
		assertThat(CrispJson.mapper().writeValueAsString(WebsiteInboxBuilder.builder(inbox).extraFields(null).build()))
			.isEqualTo("{}");
	}

	@Test
	void clearedComponentIsSentEmpty() {
		WebsiteInbox inbox = CrispJson.read(
				CrispJson.mapper().readTree("{\"order\":\"first\",\"operators\":\"all\",\"teams\":{}}"),
				WebsiteInbox.class);
		assertThat(CrispJson.mapper()
			.writeValueAsString(WebsiteInboxBuilder.builder(inbox).order(0).operators(List.of()).build()))
			.isEqualTo("{\"order\":0,\"operators\":[],\"teams\":{}}");
		PickerContent picker = CrispJson.read(CrispJson.mapper().readTree("{\"required\":\"yes\",\"choices\":{}}"),
				PickerContent.class);
		assertThat(CrispJson.mapper()
			.writeValueAsString(new PickerContent("p", null, picker.choices(), false, picker.extraFields())))
			.isEqualTo("{\"id\":\"p\",\"choices\":{},\"required\":false}");
	}

	@Test
	void unknownEnumValueRetainsItsText() {
		WebsiteInbox inbox = CrispJson.read(CrispJson.mapper().readTree(INBOX), WebsiteInbox.class);
		WebsiteInbox.Condition condition = inbox.conditions().get(0);
		assertThat(condition.operator()).isEqualTo(WebsiteInbox.Condition.Operator.UNKNOWN);
		assertThat(condition.extraFields().get("operator").asString()).isEqualTo("regex");
		assertThat(condition.query()).containsExactly("@acme");
	}

	@Test
	void unknownValueOfTheApplicationIsRejectedWithTheNameOfItsField() {
		WebsiteInbox inbox = WebsiteInbox.builder()
			.conditions(List.of(WebsiteInbox.Condition.of("email", WebsiteInbox.Condition.Operator.UNKNOWN, "s3cret")))
			.build();
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> CrispJson.mapper().writeValueAsBytes(inbox))
			.withMessageContaining("Operator.UNKNOWN cannot be sent")
			.withMessageContaining("[\"operator\"]")
			.matches((ex) -> !ex.getMessage().contains("s3cret"));
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> CrispJson.mapper().writeValueAsBytes(Map.of("state", ConversationState.UNKNOWN)))
			.withMessageContaining("[\"state\"]");
	}

	@Test
	void partOfOneRecordIsSentAsPartOfAnother() {
		PeopleProfile profile = CrispJson.read(
				CrispJson.mapper()
					.readTree("{\"person\":{\"nickname\":\"Jane\",\"timezone\":\"CET\",\"pronouns\":\"she\"}}"),
				PeopleProfile.class);
		assertThat(CrispJson.mapper()
			.<JsonNode>valueToTree(PeopleProfileRequest.builder().person(profile.person()).build()))
			.isEqualTo(CrispJson.mapper()
				.readTree("{\"person\":{\"nickname\":\"Jane\",\"timezone\":\"CET\",\"pronouns\":\"she\"}}"));
	}

	@Test
	void contentOfAMessageIsSentBackUnchanged() {
		String json = """
				{"id":"p","text":"Which?","layout":"grid","choices":[{"value":"a","label":"A","selected":"maybe",
				"tooltip":"t"}]}""";
		PickerContent picker = CrispJson.read(CrispJson.mapper().readTree(json), PickerContent.class);
		assertThat(picker.choices()).hasSize(1);
		assertThat(CrispJson.mapper().<JsonNode>valueToTree(picker)).isEqualTo(CrispJson.mapper().readTree(json));
		assertThat(MessageContent.picker("p", "Which?").extraFields()).isNull();
	}

	@Test
	void extraFieldsAreComparedButNotDescribed() {
		WebsiteInbox one = CrispJson.read(CrispJson.mapper().readTree("{\"moon\":\"s3cret\"}"), WebsiteInbox.class);
		WebsiteInbox same = CrispJson.read(CrispJson.mapper().readTree("{\"moon\":\"s3cret\"}"), WebsiteInbox.class);
		WebsiteInbox other = CrispJson.read(CrispJson.mapper().readTree("{\"moon\":\"full\"}"), WebsiteInbox.class);
		assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
		assertThat(one.toString()).doesNotContain("s3cret");
		assertThat(CrispJson.read(CrispJson.mapper().readTree("{}"), WebsiteInbox.class))
			.isEqualTo(WebsiteInbox.builder().build());
	}

	@Test
	void changedInboxIsSavedWithItsOtherFields() {
		crisp.stubFor(WireMock.get("/v1/website/w/inbox/i")
			.willReturn(WireMock.okJson("{\"error\":false,\"reason\":\"resolved\",\"data\":%s}".formatted(INBOX))));
		crisp.stubFor(WireMock.put("/v1/website/w/inbox/i").willReturn(WireMock.okJson("{}")));
		website().getInbox("w", "i")
			.map((inbox) -> WebsiteInboxBuilder.builder(inbox).name("New").build())
			.flatMap((inbox) -> website().saveInbox("w", "i", inbox))
			.block();
		ObjectNode sent = CrispJson.mapper().readTree(INBOX).asObject().put("name", "New");
		sent.remove(List.of("inbox_id", "created_at", "updated_at"));
		crisp
			.verify(WireMock.putRequestedFor(WireMock.anyUrl()).withRequestBody(WireMock.equalToJson(sent.toString())));
	}

	@Test
	void operatorsWithAnUnexpectedAvailabilityAreListed() throws Exception {
		crisp.stubFor(
				WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson(odd("operators.availability-is-object"))));
		List<WebsiteOperatorListItem> operators = website().listWebsiteOperators("w").collectList().block();
		assertThat(operators).singleElement().satisfies((operator) -> {
			assertThat(operator.details().email()).isEqualTo("jane@example.com");
			assertThat(operator.details().availability()).isNull();
			assertThat(operator.details().extraFields().get("availability"))
				.isEqualTo(CrispJson.mapper().readTree("{\"type\":\"online\",\"time\":{\"for\":3600}}"));
		});
	}

	@Test
	void peopleWithAnUnexpectedActivityAreListed() throws Exception {
		crisp.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson(odd("people.active-is-number"))));
		List<PeopleProfile> people = website().listPeopleProfiles("w", 1).collectList().block();
		assertThat(people).singleElement().satisfies((profile) -> {
			assertThat(profile.person().nickname()).isEqualTo("Jane");
			assertThat(profile.active()).isNull();
			assertThat(profile.extraFields().get("active").longValue()).isEqualTo(1715864068597L);
		});
	}

	private static String odd(String file) throws Exception {
		return new ClassPathResource("odd/" + file + ".json").getContentAsString(StandardCharsets.UTF_8);
	}

	private static ReactiveWebsiteClient website() {
		return RestTester.connectTo(crisp).build().client(ReactiveWebsiteClient.class);
	}

	private static JsonNode save(JsonNode json, Class<?> type) {
		Object read = CrispJson.read(json.toString().getBytes(StandardCharsets.UTF_8), type);
		return CrispJson.mapper().readTree(CrispJson.mapper().writeValueAsBytes(read));
	}

	private static void addRecords(ResolvableType type, Set<Class<?>> records) {
		for (ResolvableType generic : type.getGenerics()) {
			addRecords(generic, records);
		}
		Class<?> raw = type.toClass();
		if (raw.isSealed()) {
			Stream.of(raw.getPermittedSubclasses())
				.forEach((permitted) -> addRecords(ResolvableType.forClass(permitted), records));
		}
		boolean scalar = raw.isRecord() && raw.getRecordComponents().length == 1
				&& Stream.of("TextContent", "NoteContent", "OtherContent").anyMatch(raw.getSimpleName()::equals);
		if (raw.isRecord() && !scalar && records.add(raw)) {
			for (RecordComponent component : raw.getRecordComponents()) {
				addRecords(ResolvableType.forType(component.getGenericType()), records);
			}
		}
	}

	/**
	 * Return types that only occur in components managed by Crisp, which are never sent.
	 */
	private static boolean isManaged(Class<?> type) {
		return type == WebsiteCampaignItem.Statistics.class;
	}

	private static RecordComponent extraFields(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> component.getType() == ExtraFields.class)
			.findFirst()
			.orElse(null);
	}

	private static List<RecordComponent> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.filter((component) -> component.getType() != ExtraFields.class)
			.toList();
	}

	private static String name(RecordComponent component) {
		return ResourceMethod.snakeCase(component.getName());
	}

	/**
	 * Return JSON in which every component has a value.
	 */
	private static ObjectNode sample(Class<?> type, int depth) {
		ObjectNode json = CrispJson.mapper().createObjectNode();
		for (RecordComponent component : components(type)) {
			json.set(name(component), value(ResolvableType.forType(component.getGenericType()), depth));
		}
		return json;
	}

	private static JsonNode value(ResolvableType type, int depth) {
		Class<?> raw = type.toClass();
		if (List.class == raw) {
			ArrayNode list = CrispJson.mapper().createArrayNode();
			return list.add(value(type.getGeneric(), depth));
		}
		if (Map.class == raw) {
			return CrispJson.mapper().createObjectNode().put("Key", "value");
		}
		if (raw == Optional.class) {
			return value(type.getGeneric(), depth);
		}
		if (raw.isRecord()) {
			return sample(raw, depth + 1);
		}
		if (raw == Boolean.class) {
			return CrispJson.mapper().readTree("true");
		}
		if (raw == Double.class) {
			return CrispJson.mapper().readTree("7.25");
		}
		if (raw == Integer.class || raw == Long.class) {
			return CrispJson.mapper().readTree("7");
		}
		if (raw == Instant.class) {
			return CrispJson.mapper().readTree("1767225600000");
		}
		return CrispJson.mapper().readTree(raw.isEnum() ? "\"not-known\"" : "\"text\"");
	}

	private static ObjectNode withoutManaged(ObjectNode json, Class<?> type) {
		ObjectNode copy = json.deepCopy();
		components(type).stream()
			.filter((component) -> component.getAccessor().isAnnotationPresent(ReceiveOnly.class))
			.forEach((component) -> copy.remove(name(component)));
		return copy;
	}

	/**
	 * Add a field to an object and to all its nested records.
	 */
	private static void addUnknown(ObjectNode json, Class<?> type) {
		json.putObject("moon").put("phase", 0.5).putNull("name");
		for (RecordComponent component : components(type)) {
			ResolvableType componentType = ResolvableType.forType(component.getGenericType());
			JsonNode value = json.path(name(component));
			if (componentType.toClass() == List.class && componentType.getGeneric().toClass().isRecord()) {
				value.forEach((element) -> addUnknown((ObjectNode) element, componentType.getGeneric().toClass()));
			}
			else if (componentType.toClass().isRecord() && value.isObject()) {
				addUnknown((ObjectNode) value, componentType.toClass());
			}
		}
	}

}
