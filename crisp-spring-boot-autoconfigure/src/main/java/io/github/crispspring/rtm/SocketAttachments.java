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
 * Collects the attachments that a packet announced, each a binary frame after it, and
 * puts them, as Base64, where the packet says that they belong.
 */
final class SocketAttachments {

	private final SocketPacket packet;

	private final long maxBytes;

	private final List<byte[]> received = new ArrayList<>();

	private long bytes;

	/**
	 * Await the attachments of a packet.
	 * @param packet the packet, which announced at least one
	 * @param maxBytes how many bytes all of them may have
	 */
	SocketAttachments(SocketPacket packet, long maxBytes) {
		this.packet = packet;
		this.maxBytes = maxBytes;
	}

	/**
	 * Take the next attachment.
	 * @return the whole packet if that was the last one, else {@code null}
	 * @throws RtmProtocolException if they do not fit the packet, or are too large
	 */
	@Nullable SocketPacket add(byte[] attachment) {
		this.bytes += attachment.length;
		if (this.bytes > this.maxBytes) {
			throw new RtmProtocolException(
					"The attachments of an event are larger than 'crisp.rtm.max-frame-size' allows");
		}
		this.received.add(attachment);
		return (this.received.size() == this.packet.attachments()) ? whole() : null;
	}

	private SocketPacket whole() {
		JsonNode data = this.packet.data();
		return new SocketPacket(this.packet.type(), 0, this.packet.namespace(), this.packet.ackId(),
				(data != null) ? fill(data) : null);
	}

	private JsonNode fill(JsonNode node) {
		if (node.path("_placeholder").isBoolean() && node.path("_placeholder").booleanValue()) {
			return attachment(node.path("num"));
		}
		if (node instanceof ObjectNode object) {
			List.copyOf(object.propertyNames()).forEach((name) -> object.set(name, fill(object.get(name))));
		}
		else if (node instanceof ArrayNode array) {
			for (int i = 0; i < array.size(); i++) {
				array.set(i, fill(array.get(i)));
			}
		}
		return node;
	}

	private JsonNode attachment(JsonNode number) {
		if (!number.canConvertToInt() || !number.isIntegralNumber() || number.asInt() < 0
				|| number.asInt() >= this.received.size()) {
			throw new RtmProtocolException("An event refers to an attachment that it does not have");
		}
		return StringNode.valueOf(Base64.getEncoder().encodeToString(this.received.get(number.asInt())));
	}

}
