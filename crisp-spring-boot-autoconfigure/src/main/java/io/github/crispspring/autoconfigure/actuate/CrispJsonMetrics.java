package io.github.crispspring.autoconfigure.actuate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.json.UnreadableFields;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * {@link MeterBinder} for fields that could not be read, by type and field.
 */
final class CrispJsonMetrics implements MeterBinder, AutoCloseable {

	private final List<UnreadableFields.Observer> observers = new CopyOnWriteArrayList<>();

	@Override
	public void bindTo(MeterRegistry registry) {
		UnreadableFields.Observer observer = (type, field) -> Counter.builder("crisp.json.unreadable")
			.description("Fields that could not be read and are absent")
			.baseUnit("fields")
			.tag("type", type)
			.tag("field", field)
			.register(registry)
			.increment();
		this.observers.add(observer);
		UnreadableFields.addObserver(observer);
	}

	@Override
	public void close() {
		this.observers.forEach(UnreadableFields::removeObserver);
	}

}
