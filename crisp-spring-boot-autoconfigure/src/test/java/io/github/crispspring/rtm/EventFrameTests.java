package io.github.crispspring.rtm;

import java.nio.charset.StandardCharsets;

import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventFrame}.
 */
class EventFrameTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"text\":\"]}\"}", "{\"\u00e9\":[{\"a\":\"\uD83D\uDE00\"},1]}" })
	void eventIsReadAsFromThePacket(String data) {
		String packet = "2[\"message:send\" , " + data + " ]";
		EventFrame event = EventFrame.read(("4" + packet).getBytes(StandardCharsets.UTF_8));
		assertThat(event).isNotNull();
		assertThat(event.name()).isEqualTo("message:send");
		assertThat(event.data().tree()).isEqualTo(CrispJson.mapper().readTree(data))
			.isEqualTo(SocketPacket.parse(packet).data().get(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2", "40", "42", "42[", "42[]", "42[\"a\"]", "42[\"a\",1]", "42[\"a\",{}",
			"42[\"a\",{}]]", "42[\"a\",{},{}]", "42[1,{}]", "42[\"a\",{\"b\"}]", "421[\"a\",{}]", "42/b,[\"a\",{}]",
			"43[\"a\",{}]", "451-[\"a\",{}]" })
	void otherFrameIsLeftToThePackets(String frame) {
		assertThat(EventFrame.read(frame.getBytes(StandardCharsets.UTF_8))).isNull();
	}

}
