package io.github.crispspring.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Modifier that prepares the constructor of a record for an array of arguments once.
 * Jackson 3.1 does so for each record, which takes longer than to create the record.
 */
final class RecordCreation extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription.Supplier description,
			BeanDeserializerBuilder builder) {
		ValueInstantiator instantiator = builder.getValueInstantiator();
		if (description.getType().isRecordType()
				&& instantiator.getWithArgsCreator() instanceof AnnotatedConstructor creator) {
			MethodHandle constructor = prepare(creator.getAnnotated());
			if (constructor != null) {
				builder.setValueInstantiator(new Instantiator(instantiator, constructor));
			}
		}
		return builder;
	}

	private static @Nullable MethodHandle prepare(Constructor<?> constructor) {
		try {
			return MethodHandles.lookup()
				.unreflectConstructor(constructor)
				.asSpreader(Object[].class, constructor.getParameterCount())
				.asType(MethodType.methodType(Object.class, Object[].class));
		}
		catch (IllegalAccessException ex) {
			return null;
		}
	}

	/**
	 * Instantiator that calls a prepared constructor.
	 */
	private static final class Instantiator extends ValueInstantiator.Delegating {

		private static final long serialVersionUID = 1L;

		private final transient MethodHandle constructor;

		Instantiator(ValueInstantiator delegate, MethodHandle constructor) {
			super(delegate);
			this.constructor = constructor;
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, SettableBeanProperty[] properties,
				PropertyValueBuffer buffer) {
			return createFromObjectWith(context, buffer.getParameters(context, properties));
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
			try {
				return (Object) this.constructor.invokeExact(arguments);
			}
			catch (Throwable ex) {
				// Fails again, with the exception of Jackson
				return delegate().createFromObjectWith(context, arguments);
			}
		}

	}

}
