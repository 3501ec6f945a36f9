package io.github.crispspring.dispatch;

import java.util.Locale;

import io.github.crispspring.dispatch.CrispEventObservation.LowCardinalityKeyNames;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.UnknownEvent;
import io.micrometer.common.KeyValues;

/**
 * Default {@link CrispEventObservationConvention}.
 */
public class DefaultCrispEventObservationConvention implements CrispEventObservationConvention {

	private static final String UNKNOWN = "unknown";

	@Override
	public String getName() {
		return "crisp.event";
	}

	@Override
	public String getContextualName(CrispEventContext context) {
		return "crisp " + name(context.getEvent());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(CrispEventContext context) {
		CrispEvent event = context.getEvent();
		return KeyValues.of(LowCardinalityKeyNames.NAME.withValue(name(event)),
				LowCardinalityKeyNames.TRANSPORT
					.withValue(context.getDelivery().transport().name().toLowerCase(Locale.ROOT)),
				LowCardinalityKeyNames.READING.withValue(reading(event)));
	}

	/**
	 * Replace an unknown name, which could be any text.
	 */
	private String name(CrispEvent event) {
		return reading(event).equals(UNKNOWN) ? UNKNOWN : event.name();
	}

	private String reading(CrispEvent event) {
		if (event instanceof UnknownEvent unknown) {
			return (unknown.problem() != null) ? "malformed" : UNKNOWN;
		}
		return "typed";
	}

}
