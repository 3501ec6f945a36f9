package io.github.crispspring.rtm;

/**
 * Event published when Crisp has rejected the credentials. No events are received until
 * {@link CrispRtm#reconnectNow()} is called. The state is {@link CrispRtmState.Rejected}.
 */
public final class CrispRtmRejectedEvent extends CrispRtmStateEvent {

	private static final long serialVersionUID = 1L;

	CrispRtmRejectedEvent(Object source, CrispRtmState previous, CrispRtmState state) {
		super(source, previous, state);
	}

}
