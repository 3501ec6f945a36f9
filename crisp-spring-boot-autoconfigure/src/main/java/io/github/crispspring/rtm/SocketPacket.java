package io.github.crispspring.rtm;

import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Packet of Socket.IO 5, which is the payload of an Engine.IO message: a digit for the
 * type, followed by optional parts: the number of attachments and a dash, the namespace
 * and a comma, an acknowledgement id, and JSON.
 *
 * @param type the type
 * @param attachments the number of attachments that follow
 * @param namespace the namespace
 * @param ackId the id to acknowledge, {@code null} for none
 * @param data the JSON, {@code null} for none
 */
record SocketPacket(Type type, int attachments, String namespace, @Nullable Long ackId, @Nullable JsonNode data) {

	/**
	 * The namespace that packets belong to if they name none.
	 */
	static final String ROOT = "/";

	/**
	 * Maximum number of attachments of an event.
	 */
	static final int MAX_ATTACHMENTS = 100;

	/**
	 * Parse a packet.
	 * @throws RtmProtocolException if it is malformed
	 */
	static SocketPacket parse(String text) {
		SocketPacket packet = new Parser(text).parse();
		packet.check();
		return packet;
	}

	/**
	 * Encode a packet that consists of its type.
	 */
	static String of(Type type) {
		return String.valueOf(type.ordinal());
	}

	/**
	 * Encode an event with one argument.
	 */
	static String event(String name, Object argument) {
		return of(Type.EVENT) + CrispJson.mapper().writeValueAsString(new Object[] { name, argument });
	}

	/**
	 * Encode the acknowledgement of an event.
	 */
	static String ack(long id) {
		return of(Type.ACK) + id + "[]";
	}

	private void check() {
		boolean valid = switch (this.type) {
			case CONNECT -> this.data == null || this.data.isObject();
			case DISCONNECT -> this.data == null;
			case CONNECT_ERROR -> this.data == null || this.data.isObject() || this.data.isString();
			case EVENT, BINARY_EVENT -> this.data != null && this.data.isArray() && this.data.path(0).isString();
			case ACK, BINARY_ACK -> this.data != null && this.data.isArray() && this.ackId != null;
		};
		if (!valid) {
			throw new RtmProtocolException(
					"A Socket.IO packet of type %s has missing or invalid data".formatted(this.type));
		}
	}

	/**
	 * Return type and namespace without the data.
	 */
	@Override
	public String toString() {
		return "SocketPacket[type=" + this.type + ", namespace=" + this.namespace + "]";
	}

	/**
	 * Types of packets, in the order of their digits.
	 */
	enum Type {

		CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK;

		boolean isBinary() {
			return this == BINARY_EVENT || this == BINARY_ACK;
		}

	}

	/**
	 * Parser that reads the text from left to right.
	 */
	private static final class Parser {

		private final String text;

		private int position;

		Parser(String text) {
			this.text = text;
		}

		SocketPacket parse() {
			Type type = type();
			int attachments = type.isBinary() ? attachments() : 0;
			String namespace = namespace();
			Long ackId = ackId();
			return new SocketPacket(type, attachments, namespace, ackId, json());
		}

		private Type type() {
			int index = this.text.isEmpty() ? -1 : this.text.charAt(0) - '0';
			if (index < 0 || index >= Type.values().length) {
				throw new RtmProtocolException("A message does not begin with the type of a Socket.IO packet");
			}
			this.position = 1;
			return Type.values()[index];
		}

		private int attachments() {
			String digits = digits();
			if (digits.isEmpty() || !this.text.startsWith("-", this.position)) {
				throw new RtmProtocolException("A binary Socket.IO packet does not contain its number of attachments");
			}
			this.position++;
			if (digits.length() > 9 || Integer.parseInt(digits) > MAX_ATTACHMENTS) {
				throw new RtmProtocolException(
						"A Socket.IO packet has more than %d attachments".formatted(MAX_ATTACHMENTS));
			}
			return Integer.parseInt(digits);
		}

		private String namespace() {
			if (!this.text.startsWith(ROOT, this.position)) {
				return ROOT;
			}
			int comma = this.text.indexOf(',', this.position);
			int end = (comma >= 0) ? comma : this.text.length();
			String namespace = this.text.substring(this.position, end);
			this.position = Math.min(end + 1, this.text.length());
			return namespace;
		}

		private @Nullable Long ackId() {
			String digits = digits();
			try {
				return digits.isEmpty() ? null : Long.valueOf(digits);
			}
			catch (NumberFormatException ex) {
				throw new RtmProtocolException("A Socket.IO packet has an acknowledgement id that is too long");
			}
		}

		private String digits() {
			int start = this.position;
			while (this.position < this.text.length() && isDigit(this.text.charAt(this.position))) {
				this.position++;
			}
			return this.text.substring(start, this.position);
		}

		private boolean isDigit(char character) {
			return character >= '0' && character <= '9';
		}

		private @Nullable JsonNode json() {
			if (this.position == this.text.length()) {
				return null;
			}
			String json = this.text.substring(this.position);
			try {
				return CrispJson.mapper().readTree(json);
			}
			catch (StreamConstraintsException ex) {
				return withTextArgument(json);
			}
			catch (JacksonException ex) {
				throw new RtmProtocolException("A Socket.IO packet does not end with valid JSON");
			}
		}

		/**
		 * Keep the name of an event that exceeds the limits of the JSON parser, such as
		 * one that is nested too deeply, and its argument as text.
		 */
		private JsonNode withTextArgument(String json) {
			try (JsonParser parser = CrispJson.mapper().createParser(json)) {
				if (parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.VALUE_STRING) {
					ArrayNode event = CrispJson.mapper().createArrayNode().add(parser.getString());
					parser.nextToken();
					int start = (int) parser.currentTokenLocation().getCharOffset();
					return event.add(json.substring(start, Math.max(start, json.lastIndexOf(']'))));
				}
			}
			catch (JacksonException ex) {
				// Reported below
			}
			throw new RtmProtocolException("A Socket.IO packet exceeds the limits of the JSON parser");
		}

	}

}
