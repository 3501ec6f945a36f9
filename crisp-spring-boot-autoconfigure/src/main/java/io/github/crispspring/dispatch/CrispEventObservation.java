package io.github.crispspring.dispatch;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observation of the handling of events.
 */
public enum CrispEventObservation implements ObservationDocumentation {

	/**
	 * An event is handled by its listeners, from the first being called to the last reply
	 * being sent.
	 */
	CRISP_EVENT {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultCrispEventObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

	};

	/**
	 * Keys with few values.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * What Crisp calls the event, or {@code unknown} if this version does not know
		 * the name.
		 */
		NAME {

			@Override
			public String asString() {
				return "crisp.event.name";
			}

		},

		/**
		 * The way it came: {@code webhook}, {@code rtm} and so on.
		 */
		TRANSPORT {

			@Override
			public String asString() {
				return "crisp.event.transport";
			}

		},

		/**
		 * How it could be read: {@code typed}, {@code unknown} if this version does not
		 * know the name, {@code unfit} if it does not look as its name says.
		 */
		READING {

			@Override
			public String asString() {
				return "crisp.event.reading";
			}

		}

	}

}
