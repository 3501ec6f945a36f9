package io.github.crispspring.rtm;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the packets of Engine.IO 4 and Socket.IO 5.
 */
class SocketPacketTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			0                        | CONNECT       | 0  | /         | -    | -
			0{"sid":"a"}             | CONNECT       | 0  | /         | -    | {"sid":"a"}
			0/admin,                 | CONNECT       | 0  | /admin    | -    | -
			0/admin                  | CONNECT       | 0  | /admin    | -    | -
			0/admin?a=b,{"sid":"a"}  | CONNECT       | 0  | /admin?a=b | -   | {"sid":"a"}
			1                        | DISCONNECT    | 0  | /         | -    | -
			1/admin,                 | DISCONNECT    | 0  | /admin    | -    | -
			2["a"]                   | EVENT         | 0  | /         | -    | ["a"]
			2["a",{"b":[1,null]}]    | EVENT         | 0  | /         | -    | ["a",{"b":[1,null]}]
			212["a"]                 | EVENT         | 0  | /         | 12   | ["a"]
			2/admin,["a"]            | EVENT         | 0  | /admin    | -    | ["a"]
			2/admin,456["a"]         | EVENT         | 0  | /admin    | 456  | ["a"]
			3456[]                   | ACK           | 0  | /         | 456  | []
			3/admin,456["a"]         | ACK           | 0  | /admin    | 456  | ["a"]
			4                        | CONNECT_ERROR | 0  | /         | -    | -
			4{"message":"no"}        | CONNECT_ERROR | 0  | /         | -    | {"message":"no"}
			4/admin,"no"             | CONNECT_ERROR | 0  | /admin    | -    | "no"
			50-["a"]                 | BINARY_EVENT  | 0  | /         | -    | ["a"]
			51-["a",{"_placeholder":true,"num":0}] | BINARY_EVENT | 1 | / | - | ["a",{"_placeholder":true,"num":0}]
			599-/admin,7["a"]        | BINARY_EVENT  | 99 | /admin    | 7    | ["a"]
			61-/admin,456[]          | BINARY_ACK    | 1  | /admin    | 456  | []
			""")
	void packetIsParsed(String text, SocketPacket.Type type, int attachments, String namespace, Long ackId,
			String data) {
		SocketPacket packet = SocketPacket.parse(text);
		assertThat(packet.type()).isEqualTo(type);
		assertThat(packet.attachments()).isEqualTo(attachments);
		assertThat(packet.namespace()).isEqualTo(namespace);
		assertThat(packet.ackId()).isEqualTo(ackId);
		assertThat((packet.data() != null) ? packet.data().toString() : null).isEqualTo(data);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "7", "9[]", "a", "/", "0[]", "0\"a\"", "0{", "1[]", "1{}", "2", "2{}", "2[]",
			"2[1]", "2[null]", "2[{}]", "2[\"a\"", "2[\"a\"]]", "2[\"a\"] x", "2a[\"a\"]", "2/admin", "2/admin,",
			"2-[\"a\"]", "299999999999999999999[\"a\"]", "2\u0661[\"a\"]", "3[]", "3", "312", "312{}", "4[]",
			"5[\"a\"]", "5-[\"a\"]", "51[\"a\"]", "5101-[\"a\"]", "599999999999-[\"a\"]", "5-1-[\"a\"]", "51-", "51-[]",
			"61-[]", "61-1{}" })
	void malformedPacketIsRejectedWithAReason(String text) {
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> SocketPacket.parse(text))
			.withMessageStartingWith("A ");
	}

	@Test
	void deeplyNestedArgumentIsKeptAsText() {
		String nested = "[".repeat(100_000) + "]".repeat(100_000);
		JsonNode data = SocketPacket.parse("2[\"a\"," + nested + "]").data();
		assertThat(data).isNotNull();
		assertThat(data.path(0).asString()).isEqualTo("a");
		assertThat(data.path(1).asString()).isEqualTo(nested);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "2{\"a\":", "2[1,", "31[", "0{\"a\":" })
	void deeplyNestedPacketWithoutNameIsRejected(String start) {
		String nested = start + "[".repeat(100_000) + "]".repeat(100_000);
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> SocketPacket.parse(nested));
	}

	@Test
	void reasonDoesNotContainTheData() {
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> SocketPacket.parse("2[\"s3cret\", x]"))
			.satisfies((ex) -> assertThat(ex).hasNoCause().hasMessageNotContaining("s3cret"));
	}

	@Test
	void eventIsEncoded() {
		assertThat(SocketPacket.event("socket:bind", Map.of())).isEqualTo("2[\"socket:bind\",{}]");
	}

	@Test
	void acknowledgementIsEncoded() {
		assertThat(SocketPacket.ack(12)).isEqualTo("312[]");
	}

	@Test
	void toStringDoesNotContainTheData() {
		assertThat(SocketPacket.parse("2[\"s3cret\"]").toString()).doesNotContain("s3cret");
	}

	@ParameterizedTest
	@EnumSource(EnginePacket.Type.class)
	void encodedEnginePacketIsParsed(EnginePacket.Type type) {
		assertThat(EnginePacket.parse(EnginePacket.encode(type, "payload")))
			.isEqualTo(new EnginePacket(type, "payload"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "x", "-1", "/" })
	void malformedEnginePacketIsRejected(String frame) {
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> EnginePacket.parse(frame));
	}

	@Test
	void handshakeIsParsed() {
		EngineHandshake handshake = EngineHandshake.parse(
				"{\"sid\":\"a\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
		assertThat(handshake).isEqualTo(new EngineHandshake(25000, 20000, 1000000));
		assertThat(handshake.timeout()).hasSeconds(45);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "x", "{}", "{\"pingInterval\":25000}",
			"{\"pingInterval\":0,\"pingTimeout\":20000}", "{\"pingInterval\":-1,\"pingTimeout\":20000}",
			"{\"pingInterval\":25000,\"pingTimeout\":9223372036854775807}",
			"{\"pingInterval\":\"soon\",\"pingTimeout\":20000}", "{\"pingInterval\":1e400,\"pingTimeout\":20000}" })
	void invalidHandshakeIsRejected(String payload) {
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> EngineHandshake.parse(payload));
	}

}
