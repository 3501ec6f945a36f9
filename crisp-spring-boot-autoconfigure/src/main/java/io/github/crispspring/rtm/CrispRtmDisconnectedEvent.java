package io.github.crispspring.rtm;

/**
 * The realtime connection, which was there, has ended. The state is
 * {@link CrispRtmState.Disconnected}. An attempt that failed is not told with this event.
 */
public final class CrispRtmDisconnectedEvent extends CrispRtmStateEvent {

	private static final long serialVersionUID = 1L;

	CrispRtmDisconnectedEvent(CrispRtm source, CrispRtmState previous, CrispRtmState state) {
		super(source, previous, state);
	}

}
