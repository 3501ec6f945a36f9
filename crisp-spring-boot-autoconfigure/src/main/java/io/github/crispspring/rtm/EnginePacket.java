package io.github.crispspring.rtm;

/**
 * A packet of Engine.IO 4, which is one text frame: a digit for its type, then its
 * payload.
 */
record EnginePacket(Type type, String payload) {

	static EnginePacket parse(String frame) {
		int index = frame.isEmpty() ? -1 : frame.charAt(0) - '0';
		if (index < 0 || index >= Type.values().length) {
			throw new RtmProtocolException("A frame does not begin with the type of an Engine.IO packet");
		}
		return new EnginePacket(Type.values()[index], frame.substring(1));
	}

	static String encode(Type type, String payload) {
		return type.ordinal() + payload;
	}

	/**
	 * Describes the packet without what it says.
	 */
	@Override
	public String toString() {
		return "EnginePacket[type=" + this.type + "]";
	}

	/**
	 * The types, in the order of their digits.
	 */
	enum Type {

		OPEN, CLOSE, PING, PONG, MESSAGE, UPGRADE, NOOP

	}

}
