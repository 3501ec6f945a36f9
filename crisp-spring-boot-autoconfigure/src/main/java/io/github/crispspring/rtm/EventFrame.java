package io.github.crispspring.rtm;

import io.github.crispspring.event.EventJson;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Frame that contains an event in the most common form: in the root namespace, with one
 * object as its argument, and without an acknowledgement id. The record of the event is
 * read from the frame in one pass.
 *
 * @param name the name of the event
 * @param data the data of the event
 */
record EventFrame(String name, EventJson data) {

	private static final int JSON = 2;

	/**
	 * Read a frame.
	 * @param frame the frame, which must not be modified afterwards
	 * @return the event, or {@code null} if the frame has another form
	 */
	static @Nullable EventFrame read(byte[] frame) {
		if (!isEvent(frame)) {
			return null;
		}
		try (JsonParser parser = CrispJson.mapper().createParser(frame, JSON, frame.length - JSON)) {
			if (parser.nextToken() != JsonToken.START_ARRAY || parser.nextToken() != JsonToken.VALUE_STRING) {
				return null;
			}
			String name = parser.getString();
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			EventJson data = EventJson.read(name, parser, frame, JSON);
			boolean complete = parser.nextToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
			return complete ? new EventFrame(name, data) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static boolean isEvent(byte[] frame) {
		return frame.length > JSON && frame[0] == '0' + EnginePacket.Type.MESSAGE.ordinal()
				&& frame[1] == '0' + SocketPacket.Type.EVENT.ordinal() && frame[JSON] == '[';
	}

}
