package io.github.crispspring.event;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.FieldContent;
import io.github.crispspring.message.Sender;
import io.github.crispspring.message.TextContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CrispEventReaderTests {

	private static final List<String> ODD_VALUES = List.of("null", "true", "1.5", "1e300", "-1e300", "1e400",
			"12345678901234567890123", "\"\"", "\"odd\"", "[]", "[null]", "[[]]", "[1,null,\"x\"]", "[{}]", "{}",
			"{\"a\":null}", "{\"type\":\"x\"}");

	private final CrispEventReader reader = new CrispEventReader();

	@Test
	void messageOfAVisitorIsRead() throws Exception {
		JsonNode hook = hook("message.send");
		CrispEvent event = this.reader.read("message:send", null, hook.get("data"));
		assertThat(event).isInstanceOfSatisfying(MessageSend.class, (message) -> {
			assertThat(message.name()).isEqualTo(MessageSend.NAME);
			assertThat(message.websiteId()).isEqualTo("42286ab3-b29a-4fde-8538-da0ae501d825");
			assertThat(message.sessionId()).isEqualTo("session_36ba3566-9651-4790-afc8-ffedbccc317f");
			assertThat(message.content()).isEqualTo(new TextContent("Hello Crisp, this is a message from a visitor!"));
			assertThat(message.from()).isEqualTo(Sender.USER);
			assertThat(message.fingerprint()).isEqualTo(163239614854320L);
			assertThat(message.timestamp()).isEqualTo(Instant.ofEpochMilli(1632396148646L));
			assertThat(message.mentions()).isEmpty();
			assertThat(message.stamped()).isTrue();
		});
	}

	@ParameterizedTest
	@CsvSource({ "message.received, MessageReceived", "message.removed, MessageRemoved",
			"message.updated, MessageUpdated", "session.request.initiated, SessionRequestInitiated" })
	void documentedPayloadBecomesItsRecord(String file, String type) throws Exception {
		JsonNode hook = hook(file);
		CrispEvent event = this.reader.read(hook.get("event").asString(), null, hook.get("data"));
		assertThat(event.getClass().getSimpleName()).isEqualTo(type);
		assertThat(event.name()).isEqualTo(hook.get("event").asString());
	}

	@ParameterizedTest
	@MethodSource("names")
	void everyKnownEventIsReadWithItsIdentifiersOnly(String name) {
		JsonNode data = CrispJson.mapper().readTree("{\"website_id\":\"w\",\"session_id\":\"s\",\"new\":{}}");
		CrispEvent event = this.reader.read(name, null, data);
		assertThat(event).isNotInstanceOf(UnknownEvent.class);
		assertThat(event.name()).isEqualTo(name);
		assertThat(event.websiteId()).isEqualTo("w");
	}

	@Test
	void unknownEventRetainsItsData() {
		JsonNode data = CrispJson.mapper().readTree("{\"website_id\":\"w\",\"stars\":5}");
		CrispEvent event = this.reader.read("moon:landed", null, data);
		assertThat(event).isEqualTo(new UnknownEvent("moon:landed", "w", data, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{"website_id":"w","session_id":{"a":1}}
			{"website_id":"w"}
			{"session_id":"s"}
			[]
			null
			""")
	void malformedKnownEventIsReadAsUnknown(String json) {
		CrispEvent event = this.reader.read("message:send", null, CrispJson.mapper().readTree(json));
		assertThat(event).isInstanceOfSatisfying(UnknownEvent.class,
				(unknown) -> assertThat(unknown.problem()).isNotNull());
	}

	@Test
	void malformedEventsAreLoggedOncePerNameWithoutTheirData(CapturedOutput output) {
		JsonNode data = CrispJson.mapper().readTree("{\"session_id\":\"s\",\"content\":\"swordfish\"}");
		this.reader.read("message:removed", null, data);
		this.reader.read("message:removed", null, data);
		assertThat(output).containsOnlyOnce("'message:removed' does not have the expected format")
			.doesNotContain("swordfish");
	}

	@Test
	void websiteOfTheEnvelopeIsUsedIfTheEventHasNone() {
		JsonNode data = CrispJson.mapper().readTree("{\"session_id\":\"s\",\"fingerprint\":1}");
		assertThat(this.reader.read("message:removed", "w", data).websiteId()).isEqualTo("w");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bucket:url:upload:generated", "media:animation:listed" })
	void eventThatBelongsToNoWebsiteNeedsNone(String name) {
		JsonNode data = CrispJson.mapper().readTree("{\"identifier\":\"i\"}");
		assertThat(this.reader.read(name, null, data)).isNotInstanceOf(UnknownEvent.class)
			.extracting(CrispEvent::websiteId)
			.isNull();
		assertThat(this.reader.read(name, "w", data).websiteId()).isEqualTo("w");
	}

	@ParameterizedTest
	@ValueSource(strings = { "people:profile:created", "plan:subscription:updated", "status:health:changed" })
	void eventThatBelongsToAWebsiteNeedsIt(String name) {
		assertThat(this.reader.read(name, null, CrispJson.mapper().readTree("{\"email\":\"e\"}")))
			.isInstanceOfSatisfying(UnknownEvent.class,
					(unknown) -> assertThat(unknown.problem()).isEqualTo("'website_id' is missing"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"capabilities\":[\"browsing\"]", "\"capabilities\":{\"capabilities\":[\"browsing\"]}" })
	void capabilitiesAreReadFromAListOrAnObject(String capabilities) {
		assertThat(read(SessionSyncCapabilities.NAME, SessionSyncCapabilities.class, capabilities).capabilities())
			.containsExactly("browsing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"capabilities\":null", "\"capabilities\":{}", "\"nothing\":0" })
	void missingCapabilitiesAreEmpty(String capabilities) {
		assertThat(read(SessionSyncCapabilities.NAME, SessionSyncCapabilities.class, capabilities).capabilities())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"items\":[{\"identifier\":\"i\",\"reason\":\"invalid\"}]",
			"\"items\":{\"skipped\":[{\"identifier\":\"i\",\"reason\":\"invalid\"}]}" })
	void skippedProfilesAreReadFromAListOrAnObject(String items) {
		PeopleImportProgress event = read(PeopleImportProgress.NAME, PeopleImportProgress.class,
				"\"import_id\":\"import\"," + items);
		assertThat(event.importId()).isEqualTo("import");
		assertThat(event.items())
			.isEqualTo(new PeopleImportProgress.Items(List.of(new PeopleImportProgress.Skipped("i", "invalid"))));
	}

	@Test
	void fingerprintsAreReadFromNumbersOrTexts() {
		assertThat(read(MessageAcknowledgeDelivered.NAME, MessageAcknowledgeDelivered.class,
				"\"fingerprints\":[163239614854320,\"163239614854321\"]")
			.fingerprints()).containsExactly(163239614854320L, 163239614854321L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "\"7\"" })
	void identifierOfAnAnimationListIsReadFromANumberOrAText(String id) {
		assertThat(read(MediaAnimationListed.NAME, MediaAnimationListed.class, "\"id\":" + id).id()).isEqualTo("7");
	}

	@Test
	void routingIsReadWithoutThePreviousOperator() {
		SessionSetRouting event = read(SessionSetRouting.NAME, SessionSetRouting.class,
				"\"routing_id\":\"r\",\"routing_ids\":[\"r\"]");
		assertThat(event).isEqualTo(new SessionSetRouting("w", "s", null, "r", null));
	}

	@ParameterizedTest
	@MethodSource("names")
	void onlyAMalformedIdentifierMakesAnEventUnknown(String name) {
		Class<? extends CrispEvent> type = EventTypes.typeOf(name);
		for (RecordComponent component : type.getRecordComponents()) {
			String field = component.getName().replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
			for (String odd : ODD_VALUES) {
				ObjectNode data = CrispJson.mapper()
					.createObjectNode()
					.put("website_id", "w")
					.put("session_id", "s")
					.set(field, CrispJson.mapper().readTree(odd));
				CrispEvent event = this.reader.read(name, null, data);
				boolean identifier = field.equals("session_id")
						|| (field.equals("website_id") && EventTypes.belongsToWebsite(type));
				assertThat(event).as("%s with %s", field, odd)
					.isInstanceOfAny(type, identifier ? UnknownEvent.class : type)
					.hasToString(event.toString());
				assertThat(CrispJson.mapper().<JsonNode>valueToTree(event)).isEqualTo(CrispJson.copyToTree(event));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("names")
	void eventIsReadFromBytesAsFromATree(String name) {
		for (RecordComponent component : EventTypes.typeOf(name).getRecordComponents()) {
			String field = component.getName().replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
			// A tree does not retain the notation of a number, which matters to a text
			// only
			for (String odd : ODD_VALUES.stream().filter((value) -> !value.matches("-?1e.*")).toList()) {
				byte[] json = "{\"website_id\":\"w\",\"session_id\":\"s\",\"%s\":%s,\"other\":[{}]}"
					.formatted(field, odd)
					.getBytes(StandardCharsets.UTF_8);
				CrispEvent event = this.reader.read(name, "other", EventJson.of(json, 0, json.length));
				assertThat(event).as("%s with %s", field, odd)
					.isEqualTo(this.reader.read(name, "other", CrispJson.mapper().readTree(json)));
			}
		}
	}

	@Test
	void unexpectedPolicyDoesNotMakeAnEventUnknown() throws Exception {
		JsonNode hook = odd("bucket.policy-is-text");
		assertThat(this.reader.read(hook.get("event").asString(), null, hook.get("data")))
			.isInstanceOfSatisfying(BucketUrlUploadGenerated.class, (event) -> {
				assertThat(event.policy()).isNull();
				assertThat(event.url().resource()).isEqualTo("https://storage.example.com/file");
			});
	}

	@Test
	void changedProfileHasItsSegmentsAndNotes() throws Exception {
		JsonNode hook = odd("people.profile-updated");
		assertThat(this.reader.read(hook.get("event").asString(), null, hook.get("data")))
			.isInstanceOfSatisfying(PeopleProfileUpdated.class, (event) -> {
				assertThat(event.update().segments()).containsExactly("vip");
				assertThat(event.update().notepad()).isEqualTo("Met at the fair");
				assertThat(event.update().person().nickname()).isEqualTo("Jane");
				assertThat(event.toString()).doesNotContain("fair");
			});
	}

	@Test
	void questionWithoutAHintIsAField() throws Exception {
		JsonNode hook = odd("message.updated.field-without-hint");
		assertThat(this.reader.read(hook.get("event").asString(), null, hook.get("data")))
			.isInstanceOfSatisfying(MessageUpdated.class, (event) -> {
				assertThat(event.content()).isEqualTo(new FieldContent("order", "Which order?", null, null, false));
				assertThat(event.text()).isEqualTo("Which order?");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"type":"text","content":"Hi"                                     | Hi
			"type":"picker","content":{"text":"Which?","choices":[]}         | Which?
			"type":"file","content":{"name":"n","url":"u"}                   |
			"type":"hologram","content":{"text":"Hi"}                        |
			"type":"text"                                                    |
			""")
	void textOfAMessageIsTheTextOfItsContent(String fields, String text) {
		assertThat(read(MessageSend.NAME, MessageSend.class, fields).text()).isEqualTo(text);
		assertThat(read(MessageReceived.NAME, MessageReceived.class, fields).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@MethodSource("bucketNames")
	void urlForAWebsiteBelongsToIt(String name) {
		JsonNode data = CrispJson.mapper().readTree("{\"id\":\"1\",\"resource\":{\"type\":\"website\",\"id\":\"w\"}}");
		assertThat(this.reader.read(name, null, data).websiteId()).isEqualTo("w");
		assertThat(this.reader.read(name, "other", data).websiteId()).isEqualTo("other");
		assertThat(CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, data).websiteId()).isEqualTo("w");
	}

	@ParameterizedTest
	@MethodSource("bucketNames")
	void urlForAnotherResourceBelongsToNoWebsite(String name) {
		JsonNode data = CrispJson.mapper().readTree("{\"resource\":{\"type\":\"operator\",\"id\":\"o\"}}");
		assertThat(this.reader.read(name, null, data).websiteId()).isNull();
		assertThat(CrispDelivery.first(CrispDelivery.Transport.RTM, Instant.EPOCH, data).websiteId()).isNull();
	}

	static Stream<String> bucketNames() {
		return EventTypes.namesOf(BucketEvent.class).stream();
	}

	private JsonNode odd(String file) throws Exception {
		return CrispJson.mapper().readTree(new ClassPathResource("odd/" + file + ".json").getContentAsByteArray());
	}

	private <E extends CrispEvent> E read(String name, Class<E> type, String fields) {
		String json = "{\"website_id\":\"w\",\"session_id\":\"s\"," + fields + "}";
		return type.cast(this.reader.read(name, null, CrispJson.mapper().readTree(json)));
	}

	static Stream<String> names() {
		return EventTypes.namesOf(CrispEvent.class).stream();
	}

	private JsonNode hook(String file) throws Exception {
		return CrispJson.mapper().readTree(new ClassPathResource("webhook/" + file + ".json").getContentAsByteArray());
	}

}
