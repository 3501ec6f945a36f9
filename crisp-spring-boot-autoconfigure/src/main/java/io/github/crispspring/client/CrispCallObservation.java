package io.github.crispspring.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observation of calls of the REST API.
 */
public enum CrispCallObservation implements ObservationDocumentation {

	/**
	 * One call, with all its attempts and the pauses between them.
	 */
	CRISP_CALL {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultCrispCallObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeyNames.values();
		}

		@Override
		public Observation.Event[] getEvents() {
			return Events.values();
		}

	};

	/**
	 * Keys with few values.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * The method of the client, such as {@code listConversations}; {@code none} for a
		 * route that no client has.
		 */
		METHOD {

			@Override
			public String asString() {
				return "crisp.rest.method";
			}

		},

		/**
		 * What became of it: {@code success}, {@code unauthorized}, {@code not_found},
		 * {@code rate_limited}, {@code quota_used_up}, {@code refused} for other client
		 * errors, {@code failed} for server errors, {@code unreachable} or
		 * {@code unreadable}.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "crisp.rest.outcome";
			}

		}

	}

	/**
	 * What can happen during a call.
	 */
	public enum Events implements Observation.Event {

		/**
		 * An attempt failed, and there will be another.
		 */
		RETRY {

			@Override
			public String getName() {
				return "retry";
			}

		},

		/**
		 * Crisp said that there are too many calls.
		 */
		RATE_LIMITED {

			@Override
			public String getName() {
				return "rate.limited";
			}

		}

	}

}
