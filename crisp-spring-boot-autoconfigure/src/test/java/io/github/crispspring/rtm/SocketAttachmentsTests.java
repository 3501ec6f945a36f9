package io.github.crispspring.rtm;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SocketAttachmentsTests {

	@Test
	void placeholdersAreReplacedWithBase64() {
		SocketAttachments attachments = attachments(
				"52-7[\"a\",{\"file\":{\"_placeholder\":true,\"num\":1},\"list\":[1,{\"_placeholder\":true,\"num\":0}]}]");
		assertThat(attachments.add(bytes("one"))).isNull();
		SocketPacket packet = attachments.add(bytes("two"));
		assertThat(packet).hasToString("SocketPacket[type=BINARY_EVENT, namespace=/]");
		assertThat(packet.ackId()).isEqualTo(7);
		assertThat(packet.data()).hasToString("[\"a\",{\"file\":\"dHdv\",\"list\":[1,\"b25l\"]}]");
	}

	@Test
	void invalidPlaceholderIsKept() {
		SocketPacket packet = attachments("51-[\"a\",{\"_placeholder\":\"true\",\"num\":5},{\"_placeholder\":false}]")
			.add(bytes("one"));
		assertThat(packet.data()).hasToString("[\"a\",{\"_placeholder\":\"true\",\"num\":5},{\"_placeholder\":false}]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "-1", "99999999999", "0.5", "\"0\"", "null", "{}" })
	void placeholderWithoutAttachmentIsRejected(String number) {
		SocketAttachments attachments = attachments("51-[\"a\",{\"_placeholder\":true,\"num\":" + number + "}]");
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> attachments.add(bytes("one")))
			.withMessageContaining("attachment");
	}

	@Test
	void attachmentsThatAreTooLargeInTotalAreRejected() {
		SocketAttachments attachments = attachments("53-[\"a\"]");
		attachments.add(new byte[600]);
		assertThatExceptionOfType(RtmProtocolException.class).isThrownBy(() -> attachments.add(new byte[600]))
			.withMessageContaining("crisp.rtm.max-frame-size");
	}

	private SocketAttachments attachments(String packet) {
		return new SocketAttachments(SocketPacket.parse(packet), 1000);
	}

	private byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
