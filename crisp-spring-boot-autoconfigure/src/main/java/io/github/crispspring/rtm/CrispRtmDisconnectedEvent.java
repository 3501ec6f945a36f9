package io.github.crispspring.rtm;

/**
 * Event published when an established realtime connection has ended. The state is
 * {@link CrispRtmState.Disconnected}. Attempts that fail do not publish this event.
 */
public final class CrispRtmDisconnectedEvent extends CrispRtmStateEvent {

	private static final long serialVersionUID = 1L;

	CrispRtmDisconnectedEvent(Object source, CrispRtmState previous, CrispRtmState state) {
		super(source, previous, state);
	}

}
