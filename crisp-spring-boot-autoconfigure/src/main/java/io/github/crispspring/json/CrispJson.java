package io.github.crispspring.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The {@link JsonMapper} for Crisp's JSON. It is deliberately not a bean: an
 * application's Jackson settings cannot change what is sent to Crisp, nor Crisp's what
 * the application writes.
 * <p>
 * Names are in snake case, times are epoch milliseconds, absent optional values are left
 * out when written. When read, unknown fields are ignored, enum values that are not known
 * become the enum's {@code UNKNOWN}, and a list or map that is absent or {@code null} is
 * empty unless it is marked as nullable. {@link CustomData} keeps the form that Jackson
 * gives it by default. How {@code null} is sent where it has a meaning is told at
 * {@link Clearable}.
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
		.build();

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

}
