package io.github.crispspring.json;

import java.time.DateTimeException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Deserializer for times: numbers of milliseconds or seconds, with or without decimals,
 * and texts in ISO 8601. Times outside the years 0 to 9999 are rejected.
 */
final class Timestamps extends StdScalarDeserializer<Instant> {

	/**
	 * From 100,000,000 (1973) to 100,000,000,000 (5138), a number denotes seconds. As
	 * milliseconds, it would denote a time from 1970 to 1973, before Crisp existed.
	 */
	private static final double MIN_SECONDS = 1e8;

	private static final double MAX_SECONDS = 1e11;

	private static final Instant MIN = Instant.parse("0000-01-01T00:00:00Z");

	private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999Z");

	Timestamps() {
		super(Instant.class);
	}

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_STRING && parser.getString().isBlank()) {
			return null;
		}
		Instant time = switch (token) {
			case VALUE_NUMBER_INT -> isLong(parser) ? of(parser.getLongValue()) : null;
			case VALUE_NUMBER_FLOAT -> of(parser.getDoubleValue());
			case VALUE_STRING -> of(parser.getString());
			default -> null;
		};
		return (time != null) ? time : context.reportInputMismatch(this, "Value is not a time");
	}

	/**
	 * Read a time.
	 * @return the time, or {@code null} if the value is not a time
	 */
	static @Nullable Instant of(JsonNode value) {
		if (value.isString()) {
			return of(value.stringValue());
		}
		if (!value.isNumber()) {
			return null;
		}
		return (value.canConvertToLong() && value.isIntegralNumber()) ? of(value.longValue())
				: of(value.doubleValue(Double.NaN));
	}

	private static boolean isLong(JsonParser parser) {
		return parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
	}

	private static @Nullable Instant of(long number) {
		long magnitude = Math.abs(number);
		if (magnitude >= MIN_SECONDS && magnitude < MAX_SECONDS) {
			return Instant.ofEpochSecond(number);
		}
		return inRange(Instant.ofEpochMilli(number));
	}

	private static @Nullable Instant of(double number) {
		double magnitude = Math.abs(number);
		if (magnitude >= MIN_SECONDS && magnitude < MAX_SECONDS) {
			return Instant.ofEpochMilli((long) Math.floor(number * 1000));
		}
		// A cast limits numbers beyond 64 bits and converts NaN to 0
		return Double.isNaN(number) ? null : inRange(Instant.ofEpochMilli((long) Math.floor(number)));
	}

	private static @Nullable Instant of(String text) {
		try {
			return inRange(Instant.parse(text.strip()));
		}
		catch (DateTimeException ex) {
			return ofNumber(text.strip());
		}
	}

	private static @Nullable Instant ofNumber(String text) {
		try {
			return of(Double.parseDouble(text));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Instant inRange(Instant time) {
		return (time.isBefore(MIN) || time.isAfter(MAX)) ? null : time;
	}

}
