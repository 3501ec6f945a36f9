package io.github.crispspring.rtm;

/**
 * Packet of Engine.IO 4. A packet is one text frame: a digit for the type, followed by
 * the payload.
 *
 * @param type the type
 * @param payload the payload
 */
record EnginePacket(Type type, String payload) {

	/**
	 * Parse a packet.
	 * @throws RtmProtocolException if it is malformed
	 */
	static EnginePacket parse(String frame) {
		int index = frame.isEmpty() ? -1 : frame.charAt(0) - '0';
		if (index < 0 || index >= Type.values().length) {
			throw new RtmProtocolException("A frame does not begin with the type of an Engine.IO packet");
		}
		return new EnginePacket(Type.values()[index], frame.substring(1));
	}

	/**
	 * Encode a packet.
	 */
	static String encode(Type type, String payload) {
		return type.ordinal() + payload;
	}

	/**
	 * Return the type without the payload.
	 */
	@Override
	public String toString() {
		return "EnginePacket[type=" + this.type + "]";
	}

	/**
	 * Types of packets, in the order of their digits.
	 */
	enum Type {

		OPEN, CLOSE, PING, PONG, MESSAGE, UPGRADE, NOOP

	}

}
