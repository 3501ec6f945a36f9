package io.github.crispspring.rtm;

/**
 * Event published when the realtime connection is established and events are received.
 * The state is {@link CrispRtmState.Ready}.
 */
public final class CrispRtmConnectedEvent extends CrispRtmStateEvent {

	private static final long serialVersionUID = 1L;

	CrispRtmConnectedEvent(Object source, CrispRtmState previous, CrispRtmState state) {
		super(source, previous, state);
	}

}
