package io.github.crispspring.json;

import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Provider of the {@link JsonMapper} for Crisp's JSON. The mapper is deliberately not a
 * bean: settings of the application's mapper do not affect Crisp's JSON, and vice versa.
 * <p>
 * Names are in snake case and times in epoch milliseconds. Values that are {@code null}
 * are omitted when writing. When reading, unknown fields are ignored, unknown enum values
 * are read as {@code UNKNOWN}, and an absent list or map is empty unless it is nullable.
 * {@link CustomData} is written with Jackson's defaults. {@link Clearable} describes how
 * {@code null} is sent.
 * <p>
 * JSON from Crisp is read with {@link #read(byte[], Type)} or
 * {@link #read(JsonNode, Class)}. If a field of a record cannot be parsed, the JSON is
 * read again field by field; the field is then absent and reported to
 * {@link UnreadableFields}. Records that can be sent back retain other fields as
 * {@link ExtraFields}.
 */
public final class CrispJson {

	private static final DateTimeFormatter ISO_MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3)
		.toFormatter(Locale.ROOT);

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
		.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
		.enable(DeserializationFeature.USE_NULL_FOR_MISSING_REFERENCE_VALUES)
		.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS,
				DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.annotationIntrospector(
				AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new NonNullCollections()))
		.addModule(new SimpleModule().addSerializer(Instant.class, new InstantSerializer())
			.setSerializerModifier(new CustomData.Modifier()))
		.addModule(new CrispModule())
		.build();

	private static final ObjectReader READER = MAPPER.reader()
		.withAttribute(ExtraFieldsReading.KEEPS_ENUM_TEXT, Boolean.TRUE);

	private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {

		@Override
		protected ObjectReader computeValue(Class<?> type) {
			return READER.forType(type);
		}

	};

	/**
	 * Readers of values that other tokens follow.
	 */
	private static final ClassValue<ObjectReader> PART_READERS = new ClassValue<>() {

		@Override
		protected ObjectReader computeValue(Class<?> type) {
			return READERS.get(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		}

	};

	private static final ObjectWriter COPY_WRITER = MAPPER.writer()
		.withAttribute(UnknownEnums.WRITES_COPIES, Boolean.TRUE);

	private CrispJson() {
	}

	/**
	 * Return the mapper. It is immutable and safe to share.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Format a time.
	 * @param time the time
	 * @return the time in ISO 8601 with milliseconds, such as
	 * {@code 2026-01-02T03:04:05.000Z}
	 */
	public static String text(Instant time) {
		return ISO_MILLISECONDS.format(time);
	}

	/**
	 * Read JSON, omitting fields that cannot be parsed.
	 * @param json the JSON
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value, or {@code null} if the JSON is {@code null}
	 * @throws JacksonException if the value cannot be read
	 */
	public static <T> @Nullable T read(byte[] json, Type type) {
		try {
			return reader(type).readValue(json);
		}
		catch (RuntimeException ex) {
			return readByField(() -> MAPPER.readTree(json), type, ex);
		}
	}

	/**
	 * Read JSON, omitting fields that cannot be parsed.
	 * @param json the JSON
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value, or {@code null} if the JSON is {@code null}
	 * @throws JacksonException if the value cannot be read
	 */
	public static <T> @Nullable T read(JsonNode json, Class<T> type) {
		try {
			return reader(type).readValue(json);
		}
		catch (RuntimeException ex) {
			return readByField(() -> json, type, ex);
		}
	}

	/**
	 * Read a part of an array in one pass, without omitting fields that cannot be parsed.
	 * @param json the array
	 * @param offset the first byte of the JSON
	 * @param length the number of bytes of the JSON
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value, or {@code null} if the JSON is {@code null}
	 * @throws JacksonException if a field or the value cannot be read
	 */
	public static <T> @Nullable T readStrictly(byte[] json, int offset, int length, Class<T> type) {
		return reader(type).readValue(json, offset, length);
	}

	/**
	 * Read the value that begins at the current token of a parser in one pass, without
	 * omitting fields that cannot be parsed. The next token is then the one that follows
	 * the value.
	 * @param parser the parser
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value, or {@code null} if the JSON is {@code null}
	 * @throws JacksonException if a field or the value cannot be read
	 */
	public static <T> @Nullable T readStrictly(JsonParser parser, Class<T> type) {
		return PART_READERS.get(type).readValue(parser);
	}

	private static ObjectReader reader(Type type) {
		return (type instanceof Class<?> simple) ? READERS.get(simple) : READER.forType(MAPPER.constructType(type));
	}

	private static <T> @Nullable T readByField(Supplier<JsonNode> json, Type type, RuntimeException failure) {
		try {
			JsonNode tree = json.get();
			if (!tree.isMissingNode()) {
				return ByField.READER.forType(MAPPER.constructType(type)).readValue(tree);
			}
		}
		catch (JacksonException ex) {
			// The first exception contains the location
		}
		throw failure;
	}

	/**
	 * Read a time from a number of milliseconds or seconds, or from a text.
	 * @param json the JSON
	 * @return the time, or {@code null} if the JSON is not a time
	 */
	public static @Nullable Instant readInstant(JsonNode json) {
		return Timestamps.of(json);
	}

	/**
	 * Return a writer for copies of values from Crisp, such as stored events. Unlike
	 * values sent to Crisp, they may contain {@code UNKNOWN}.
	 * @return the writer
	 */
	public static ObjectWriter copyWriter() {
		return COPY_WRITER;
	}

	/**
	 * Convert a copy of a value from Crisp to JSON.
	 * @param value the value to convert, such as an event
	 * @return the JSON
	 * @see #copyWriter()
	 */
	public static JsonNode copyToTree(@Nullable Object value) {
		TokenBuffer buffer = TokenBuffer.forGeneration();
		COPY_WRITER.writeValue(buffer, value);
		return MAPPER.readTree(buffer);
	}

	/**
	 * Holder of the lenient reader, which is created when a field cannot be parsed for
	 * the first time.
	 */
	private static final class ByField {

		private static final ObjectReader READER = MAPPER.rebuild()
			.addModule(new SimpleModule("by-field").setDeserializerModifier(new LenientReading()))
			.build()
			.reader();

	}

	/**
	 * Module with the serializers and deserializers for the records of this library.
	 */
	private static final class CrispModule extends JacksonModule {

		@Override
		public String getModuleName() {
			return "crisp";
		}

		@Override
		public Version version() {
			return Version.unknownVersion();
		}

		@Override
		public void setupModule(SetupContext context) {
			SimpleDeserializers deserializers = new SimpleDeserializers();
			deserializers.addDeserializer(Instant.class, new Timestamps());
			deserializers.addDeserializer(Long.class, new WholeNumbers(Long.class));
			deserializers.addDeserializer(Long.TYPE, new WholeNumbers(Long.TYPE));
			context.addDeserializers(deserializers);
			context.addDeserializerModifier(new ExtraFieldsReading());
			// Applied before the modifiers above
			context.addDeserializerModifier(new RecordCreation());
			context.addDeserializerModifier(new UnmodifiableCollections());
			context.addSerializerModifier(new UnknownEnums());
			context.addSerializerModifier(new ExtraFieldsWriting());
		}

	}

}
