package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * Jackson module with which any mapper can serialize and deserialize events, for example
 * to store them in a database or to send them to a queue. It affects only
 * {@link CrispEvent} and its records, and does not depend on other settings of the
 * mapper.
 * <p>
 * The JSON has the format of Crisp's webhooks: {@code website_id}, the name as
 * {@code event}, and {@code data}. It can be read as the record or as any of its
 * interfaces. Unknown events are read as {@link UnknownEvent}, as are events with a
 * {@code problem}, which is part of the JSON as well. Times are written in milliseconds.
 * <p>
 * Spring Boot adds the module to the application's mapper.
 */
public final class CrispEventJacksonModule extends JacksonModule {

	@Override
	public String getModuleName() {
		return getClass().getName();
	}

	@Override
	public Version version() {
		return Version.unknownVersion();
	}

	@Override
	public void setupModule(SetupContext context) {
		SimpleSerializers serializers = new SimpleSerializers();
		serializers.addSerializer(CrispEvent.class, new CrispEventSerializer());
		context.addSerializers(serializers);
		context.addDeserializers(new EventDeserializers());
	}

	/**
	 * Provides a deserializer for each requested type.
	 */
	private static final class EventDeserializers implements Deserializers {

		@Override
		public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
			return CrispEvent.class.isAssignableFrom(type);
		}

		@Override
		public @Nullable ValueDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
				BeanDescription.Supplier description) {
			return hasDeserializerFor(config, type.getRawClass()) ? new CrispEventDeserializer(type.getRawClass())
					: null;
		}

	}

}
