package io.github.crispspring.rtm;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A packet of Socket.IO 5, the payload of an Engine.IO message: a digit for its type,
 * then, each only if there is one, the number of attachments and a dash, the namespace
 * and a comma, an acknowledgement id, and JSON.
 */
record SocketPacket(Type type, String namespace, @Nullable Long ackId, @Nullable JsonNode data) {

	static final String ROOT = "/";

	static SocketPacket parse(String text) {
		int index = text.isEmpty() ? -1 : text.charAt(0) - '0';
		if (index < 0 || index >= Type.values().length) {
			throw new RtmProtocolException("A message does not begin with the type of a Socket.IO packet");
		}
		Type type = Type.values()[index];
		int position = 1;
		if (type == Type.BINARY_EVENT || type == Type.BINARY_ACK) {
			position = text.indexOf('-') + 1;
		}
		String namespace = ROOT;
		if (text.startsWith("/", position)) {
			int comma = text.indexOf(',', position);
			int end = (comma >= 0) ? comma : text.length();
			namespace = text.substring(position, end);
			position = Math.min(end + 1, text.length());
		}
		int digits = position;
		while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
			digits++;
		}
		return new SocketPacket(type, namespace, ackId(text.substring(position, digits)), json(text.substring(digits)));
	}

	private static @Nullable Long ackId(String digits) {
		try {
			return digits.isEmpty() ? null : Long.valueOf(digits);
		}
		catch (NumberFormatException ex) {
			throw new RtmProtocolException("A Socket.IO packet has an acknowledgement id that is too long");
		}
	}

	private static @Nullable JsonNode json(String text) {
		try {
			return text.isEmpty() ? null : CrispJson.mapper().readTree(text);
		}
		catch (JacksonException ex) {
			throw new RtmProtocolException("A Socket.IO packet does not end with JSON");
		}
	}

	/**
	 * Encode an event with one argument.
	 */
	static String event(String name, Object argument) {
		return Type.EVENT.ordinal() + CrispJson.mapper().writeValueAsString(new Object[] { name, argument });
	}

	/**
	 * Encode the acknowledgement of an event.
	 */
	static String ack(long id) {
		return Type.ACK.ordinal() + Long.toString(id) + "[]";
	}

	/**
	 * The types, in the order of their digits.
	 */
	enum Type {

		CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK

	}

}
