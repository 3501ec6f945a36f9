package io.github.crispspring.rtm;

/**
 * The realtime connection is there: events come. The state is
 * {@link CrispRtmState.Ready}.
 */
public final class CrispRtmConnectedEvent extends CrispRtmStateEvent {

	private static final long serialVersionUID = 1L;

	CrispRtmConnectedEvent(CrispRtm source, CrispRtmState previous, CrispRtmState state) {
		super(source, previous, state);
	}

}
