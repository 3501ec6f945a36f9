package io.github.crispspring.autoconfigure.actuate;

import java.time.Instant;

import io.github.crispspring.client.CrispCallContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what became of the last call, so that health can tell without making one.
 */
final class LastCallHandler implements ObservationHandler<CrispCallContext> {

	private volatile @Nullable LastCall lastCall;

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof CrispCallContext;
	}

	@Override
	public void onStop(CrispCallContext context) {
		if (!context.isFurtherAccount()) {
			this.lastCall = new LastCall(context.getRoute(), Instant.now(), context.getError());
		}
	}

	@Nullable LastCall lastCall() {
		return this.lastCall;
	}

	/**
	 * A call.
	 */
	record LastCall(String route, Instant endedAt, @Nullable Throwable failure) {

	}

}
