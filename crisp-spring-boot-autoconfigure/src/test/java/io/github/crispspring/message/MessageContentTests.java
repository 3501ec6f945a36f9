package io.github.crispspring.message;

import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.event.MessageUpdated;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests {@link MessageContent}.
 */
class MessageContentTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			text      | "Hi"                                                             | TextContent
			note      | "Call back"                                                      | NoteContent
			file      | {"name":"a.png","url":"https://x/a.png","type":"image/png"}      | FileContent
			file      | {"url":"https://x/a.png"}                                        | FileContent
			animation | {"url":"https://x/a.gif","type":"image/gif"}                     | AnimationContent
			audio     | {"url":"https://x/a.webm","type":"audio/webm","duration":12}     | AudioContent
			picker    | {"id":"p","text":"Which?","choices":[{"value":"a","label":"A"}]} | PickerContent
			field     | {"id":"f","text":"Name?","explain":"Jane","value":"Joe"}         | FieldContent
			carousel  | {"text":"Look","targets":[{"title":"One","actions":[]}]}         | CarouselContent
			event     | {"namespace":"state:resolved","text":"Done"}                     | EventContent
			hologram  | {"voxels":3}                                                     | OtherContent
			file      | 7                                                                | OtherContent
			""")
	void contentHasTheKindOfItsType(String type, String json, String kind) {
		String before = "{\"type\":\"%s\",\"content\":%s}".formatted(type, json);
		String behind = "{\"content\":%s,\"type\":\"%s\"}".formatted(json, type);
		MessageContent content = read(before).content();
		assertThat(content).extracting((it) -> it.getClass().getSimpleName()).isEqualTo(kind);
		assertThat(read(behind).content()).isEqualTo(content);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"Hi"                                                                             | TextContent
			{"id":"p","text":"Which?","choices":[{"value":"a","label":"A","selected":true}]} | PickerContent
			{"id":"f","text":"Name?","explain":"Jane","value":"Joe"}                         | FieldContent
			{"text":"Look","targets":[]}                                                     | CarouselContent
			{"namespace":"state:resolved"}                                                   | EventContent
			{"url":"https://x/a","type":"audio/webm","duration":12}                          | AudioContent
			{"name":"a","url":"https://x/a","type":"image/png"}                              | FileContent
			{"url":"https://x/a","type":"image/gif"}                                         | AnimationContent
			{"voxels":3}                                                                     | OtherContent
			""")
	void contentWithoutTypeHasTheKindOfItsFields(String json, String kind) {
		String event = "{\"website_id\":\"w\",\"session_id\":\"s\",\"fingerprint\":1,\"content\":%s}".formatted(json);
		MessageContent content = CrispJson.mapper().readValue(event, MessageUpdated.class).content();
		assertThat(content).extracting((it) -> it.getClass().getSimpleName()).isEqualTo(kind);
	}

	@Test
	void unknownContentIsWrittenUnchanged() {
		String json = "{\"type\":\"hologram\",\"content\":{\"voxels\":3}}";
		assertThat(CrispJson.mapper().valueToTree(read(json)).get("content"))
			.isEqualTo(CrispJson.mapper().readTree("{\"voxels\":3}"));
	}

	@Test
	void answerToAPickerIsItsSelectedChoice() {
		String json = """
				{"website_id":"w","session_id":"s","fingerprint":1,"content":{"id":"p","text":"Which?","choices":[
				{"value":"a","label":"A","selected":false},{"value":"b","label":"B","selected":true}]}}""";
		MessageUpdated event = CrispJson.mapper().readValue(json, MessageUpdated.class);
		assertThat(event.content()).isInstanceOfSatisfying(PickerContent.class,
				(picker) -> assertThat(picker.selected()).map(PickerContent.Choice::value).contains("b"));
	}

	@Test
	void textsAreNotInToString() {
		ConversationMessage message = read("{\"type\":\"text\",\"content\":\"my password is swordfish\"}");
		assertThat(message.toString()).doesNotContain("swordfish");
	}

	private ConversationMessage read(String json) {
		return CrispJson.mapper().readValue(json, ConversationMessage.class);
	}

}
