package io.github.crispspring.rtm;

/**
 * Crisp refused the credentials: no events come until {@link CrispRtm#reconnect()} is
 * called. The state is {@link CrispRtmState.Refused}.
 */
public final class CrispRtmRejectedEvent extends CrispRtmStateEvent {

	private static final long serialVersionUID = 1L;

	CrispRtmRejectedEvent(CrispRtm source, CrispRtmState previous, CrispRtmState state) {
		super(source, previous, state);
	}

}
