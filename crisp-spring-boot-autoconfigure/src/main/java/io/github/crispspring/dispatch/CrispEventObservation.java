package io.github.crispspring.dispatch;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * {@link ObservationDocumentation} for the handling of events.
 */
enum CrispEventObservation implements ObservationDocumentation {

	/**
	 * Observation of the handling of an event, from the call of the first listener until
	 * the last reply is sent.
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
	 * Low cardinality keys.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * Name of the event, or {@code unknown} if this version does not know it.
		 */
		NAME {

			@Override
			public String asString() {
				return "crisp.event.name";
			}

		},

		/**
		 * Transport of the event, such as {@code webhook} or {@code rtm}.
		 */
		TRANSPORT {

			@Override
			public String asString() {
				return "crisp.event.transport";
			}

		},

		/**
		 * Result of reading the event: {@code typed}, {@code unknown} if this version
		 * does not know its name, or {@code malformed} if its data does not match its
		 * name.
		 */
		READING {

			@Override
			public String asString() {
				return "crisp.event.reading";
			}

		}

	}

}
