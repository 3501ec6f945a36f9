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
 * The {@link JsonMapper} for Crisp's JSON. It is deliberately not a bean: an
 * application's Jackson settings cannot change what is sent to Crisp, nor Crisp's what
 * the application writes.
 * <p>
 * Names are in snake case, times are epoch milliseconds, absent optional values are left
 * out when written. When read, unknown fields are ignored, enum values that are not known
 * become the enum's {@code UNKNOWN}, and a list or map that is absent or {@code null} is
 * empty unless it is marked as nullable. {@link CustomData} keeps the form that Jackson
 * gives it by default. {@link Clearable} describes how {@code null} is sent where it has
 * a meaning.
 * <p>
 * What Crisp sends is read with {@link #read(byte[], Type)} or
 * {@link #read(JsonNode, Class)}. They are lenient by field: a field of a record that
 * cannot be read is absent, and is reported by {@link UnreadableFields}. JSON without
 * such a field is read by the mapper alone; other JSON is read a second time, field by
 * field. Records that can be sent back keep what they cannot hold as {@link ExtraFields}.
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

	private static final ObjectWriter COPY_WRITER = MAPPER.writer()
		.withAttribute(UnknownEnums.WRITES_COPIES, Boolean.TRUE);

	private CrispJson() {
	}

	/**
	 * Return the mapper. It is immutable and safe to share.
	 * @return the mapper for everything that Crisp sends or is sent
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Return how a time is written in a text.
	 * @param time the time
	 * @return the time in ISO 8601 with milliseconds, such as
	 * {@code 2026-01-02T03:04:05.000Z}
	 */
	public static String text(Instant time) {
		return ISO_MILLISECONDS.format(time);
	}

	/**
	 * Read JSON, leaving out fields that cannot be read.
	 * @param json the JSON
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value, or {@code null} if the JSON is {@code null}
	 * @throws JacksonException if the value as a whole cannot be read
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
	 * Read JSON, leaving out fields that cannot be read.
	 * @param json the JSON
	 * @param type the type to read
	 * @param <T> the type to read
	 * @return the value, or {@code null} if the JSON is {@code null}
	 * @throws JacksonException if the value as a whole cannot be read
	 */
	public static <T> @Nullable T read(JsonNode json, Class<T> type) {
		try {
			return reader(type).readValue(json);
		}
		catch (RuntimeException ex) {
			return readByField(() -> json, type, ex);
		}
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
			// The first failure says better where it is
		}
		throw failure;
	}

	/**
	 * Read a time: a number of milliseconds or seconds, or a text.
	 * @param json the JSON
	 * @return the time, or {@code null} if the JSON is not a time
	 */
	public static @Nullable Instant readInstant(JsonNode json) {
		return Timestamps.of(json);
	}

	/**
	 * Return a writer for copies of what was read, such as stored events. Unlike what is
	 * sent to Crisp, they may contain {@code UNKNOWN}.
	 * @return the writer
	 */
	public static ObjectWriter copyWriter() {
		return COPY_WRITER;
	}

	/**
	 * Convert a copy of what was read to JSON.
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
	 * Reader of last resort, created when the first field cannot be read.
	 */
	private static final class ByField {

		private static final ObjectReader READER = MAPPER.rebuild()
			.addModule(new SimpleModule("by-field").setDeserializerModifier(new LenientReading()))
			.build()
			.reader();

	}

	/**
	 * Adds what the records of this library need.
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
			context.addDeserializerModifier(new UnmodifiableLists());
			context.addSerializerModifier(new UnknownEnums());
			context.addSerializerModifier(new ExtraFieldsWriting());
		}

	}

}
