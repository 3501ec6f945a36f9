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
 * Lets any mapper write events and read them back equal, to keep them in a database or to
 * pass them on over a queue. It concerns {@link CrispEvent} and its records only, and
 * does not depend on how the mapper treats all else.
 * <p>
 * An event is written as Crisp's web hooks have it: {@code website_id}, the name as
 * {@code event}, and {@code data}. It is read as its record, or as any interface of it:
 * what this version does not know, or what was {@link UnknownEvent} because of a
 * {@code problem}, which is then written too, is an {@code UnknownEvent}. Times are
 * written in milliseconds, as Crisp's are.
 * <p>
 * Spring Boot adds it to the application's mapper.
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
	 * One for each type, as what is read must be of that type.
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
