package io.github.crispspring.rtm;

import org.springframework.context.ApplicationEvent;

/**
 * Event published when the state of the realtime connection has changed. The most
 * important changes have subtypes: {@link CrispRtmConnectedEvent},
 * {@link CrispRtmDisconnectedEvent} and {@link CrispRtmRejectedEvent}.
 * <p>
 * Events are published in order, on a thread that listeners may block. A newer state may
 * already be in effect, which {@link CrispRtm#state()} returns. The source is the
 * {@link CrispRtm}.
 */
public class CrispRtmStateEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient CrispRtmState previous;

	private final transient CrispRtmState state;

	CrispRtmStateEvent(Object source, CrispRtmState previous, CrispRtmState state) {
		super(source);
		this.previous = previous;
		this.state = state;
	}

	/**
	 * Return the state before the change.
	 * @return the previous state
	 */
	public CrispRtmState getPreviousState() {
		return this.previous;
	}

	/**
	 * Return the state after the change.
	 * @return the new state
	 */
	public CrispRtmState getState() {
		return this.state;
	}

	@Override
	public String toString() {
		return getClass().getSimpleName() + "[previous=" + this.previous + ", state=" + this.state + "]";
	}

}
