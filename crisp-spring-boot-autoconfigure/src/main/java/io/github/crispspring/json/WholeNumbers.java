package io.github.crispspring.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Deserializer for integers of up to 64 bits, such as fingerprints, in any notation. A
 * number with decimals or more bits is rejected rather than truncated, as it would
 * identify a different object.
 */
final class WholeNumbers extends StdScalarDeserializer<Long> {

	/**
	 * The largest number up to which a {@code double} represents every integer.
	 */
	private static final double MAX_EXACT = 1L << 53;

	private final @Nullable Long nullValue;

	/**
	 * Create a deserializer.
	 * @param type the primitive type or its wrapper
	 */
	WholeNumbers(Class<Long> type) {
		super(type);
		this.nullValue = type.isPrimitive() ? 0L : null;
	}

	@Override
	public @Nullable Long deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getString().isBlank()) {
			return this.nullValue;
		}
		Long number = switch (parser.currentToken()) {
			case VALUE_NUMBER_INT ->
				(parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) ? parser.getLongValue() : null;
			case VALUE_NUMBER_FLOAT -> exact(parser.getDoubleValue());
			case VALUE_STRING -> parse(parser.getString().strip());
			default -> null;
		};
		return (number != null) ? number : context.reportInputMismatch(this, "Value is not an integer of 64 bits");
	}

	private @Nullable Long exact(double number) {
		return (number == Math.rint(number) && Math.abs(number) <= MAX_EXACT) ? (long) number : null;
	}

	private @Nullable Long parse(String text) {
		try {
			return Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		return this.nullValue;
	}

}
