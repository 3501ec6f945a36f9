package io.github.crispspring.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Observation documentation for calls of the REST API.
 */
enum CrispCallObservation implements ObservationDocumentation {

	/**
	 * A call, including all attempts and the delays between them.
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
	 * Low cardinality key names.
	 */
	public enum LowCardinalityKeyNames implements KeyName {

		/**
		 * The client method, such as {@code listConversations}, or {@code none} for a
		 * call without a client method.
		 */
		METHOD {

			@Override
			public String asString() {
				return "crisp.rest.method";
			}

		},

		/**
		 * The outcome: {@code success}, {@code unauthorized}, {@code not_found},
		 * {@code rate_limited}, {@code quota_exceeded}, {@code client_error} for other
		 * client errors, {@code server_error}, {@code unreachable} if there is no
		 * response, {@code unreadable} if it cannot be parsed, or {@code cancelled}. It
		 * is {@code none} until the call has ended.
		 */
		OUTCOME {

			@Override
			public String asString() {
				return "crisp.rest.outcome";
			}

		}

	}

	/**
	 * Events during a call.
	 */
	public enum Events implements Observation.Event {

		/**
		 * An attempt failed and will be retried.
		 */
		RETRY {

			@Override
			public String getName() {
				return "retry";
			}

		},

		/**
		 * Crisp rejected an attempt because of too many calls.
		 */
		RATE_LIMITED {

			@Override
			public String getName() {
				return "rate.limited";
			}

		}

	}

}
