package io.github.crispspring.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.util.RawValue;

/**
 * Reads the elements of a list as text. An element may be nested more deeply than JSON
 * trees and records can be, as it is skipped rather than read.
 */
final class RawElements {

	private static final JsonFactory ANY_DEPTH = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
		.build();

	private RawElements() {
	}

	/**
	 * Read the elements of the list that is the {@code data} of an envelope.
	 * @param envelope the envelope
	 * @return the elements, {@code null} if there is no list or the envelope reports an
	 * error
	 * @throws tools.jackson.core.JacksonException if the envelope is not JSON
	 */
	static @Nullable List<RawValue> read(byte[] envelope) {
		List<RawValue> elements = null;
		try (JsonParser parser = ANY_DEPTH.createParser(ObjectReadContext.empty(), envelope)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
					String name = parser.currentName();
					JsonToken value = parser.nextToken();
					if (value == JsonToken.VALUE_TRUE && "error".equals(name)) {
						return null;
					}
					if (value == JsonToken.START_ARRAY && "data".equals(name)) {
						elements = readList(parser, envelope);
					}
					else {
						parser.skipChildren();
					}
				}
			}
		}
		return elements;
	}

	private static List<RawValue> readList(JsonParser parser, byte[] envelope) {
		List<RawValue> elements = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			int start = (int) parser.currentTokenLocation().getByteOffset();
			parser.skipChildren();
			int end = (int) parser.currentLocation().getByteOffset();
			elements.add(new RawValue(new String(envelope, start, end - start, StandardCharsets.UTF_8)));
		}
		return elements;
	}

}
