package io.github.crispspring.rtm;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Collects the attachments of a binary packet, which follow it as binary frames, and
 * replaces the placeholders in the packet with them, encoded as Base64.
 */
final class SocketAttachments {

	private final SocketPacket packet;

	private final long maxBytes;

	private final List<byte[]> received = new ArrayList<>();

	private long bytes;

	/**
	 * Create an instance for a packet.
	 * @param packet the packet, which has at least one attachment
	 * @param maxBytes the maximum size of all attachments, in bytes
	 */
	SocketAttachments(SocketPacket packet, long maxBytes) {
		this.packet = packet;
		this.maxBytes = maxBytes;
	}

	/**
	 * Add the next attachment.
	 * @return the complete packet if this was the last attachment, otherwise {@code null}
	 * @throws RtmProtocolException if the attachments are too large, or do not match the
	 * placeholders
	 */
	@Nullable SocketPacket add(byte[] attachment) {
		this.bytes += attachment.length;
		if (this.bytes > this.maxBytes) {
			throw new RtmProtocolException(
					"The attachments of an event exceed 'crisp.rtm.max-frame-size'; increase it if Crisp sends larger ones");
		}
		this.received.add(attachment);
		return (this.received.size() == this.packet.attachments()) ? complete() : null;
	}

	private SocketPacket complete() {
		JsonNode data = this.packet.data();
		return new SocketPacket(this.packet.type(), 0, this.packet.namespace(), this.packet.ackId(),
				(data != null) ? replacePlaceholders(data) : null);
	}

	private JsonNode replacePlaceholders(JsonNode node) {
		if (node.path("_placeholder").isBoolean() && node.path("_placeholder").booleanValue()) {
			return attachment(node.path("num"));
		}
		if (node instanceof ObjectNode object) {
			List.copyOf(object.propertyNames())
				.forEach((name) -> object.set(name, replacePlaceholders(object.get(name))));
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, replacePlaceholders(array.get(i)));
			}
		}
		return node;
	}

	private JsonNode attachment(JsonNode number) {
		if (!number.canConvertToInt() || !number.isIntegralNumber() || number.asInt() < 0
				|| number.asInt() >= this.received.size()) {
			throw new RtmProtocolException("An event refers to an attachment that does not exist");
		}
		return StringNode.valueOf(Base64.getEncoder().encodeToString(this.received.get(number.asInt())));
	}

}
