package io.github.crispspring.rtm;

import org.springframework.context.ApplicationEvent;

/**
 * The realtime connection changed its state. This is the type of all changes; those that
 * most listeners want have types of their own: {@link CrispRtmConnectedEvent},
 * {@link CrispRtmDisconnectedEvent} and {@link CrispRtmRejectedEvent}.
 * <p>
 * Changes are published in their order, on a thread where listeners may block. Only
 * {@link CrispRtm#state()} tells what is true now.
 */
public class CrispRtmStateEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient CrispRtmState previous;

	private final transient CrispRtmState state;

	CrispRtmStateEvent(CrispRtm source, CrispRtmState previous, CrispRtmState state) {
		super(source);
		this.previous = previous;
		this.state = state;
	}

	static CrispRtmStateEvent of(CrispRtm source, CrispRtmState previous, CrispRtmState state) {
		if (state instanceof CrispRtmState.Ready) {
			return new CrispRtmConnectedEvent(source, previous, state);
		}
		if (state instanceof CrispRtmState.Disconnected) {
			return new CrispRtmDisconnectedEvent(source, previous, state);
		}
		if (state instanceof CrispRtmState.Refused) {
			return new CrispRtmRejectedEvent(source, previous, state);
		}
		return new CrispRtmStateEvent(source, previous, state);
	}

	/**
	 * Return the state before.
	 * @return the previous state
	 */
	public CrispRtmState getPrevious() {
		return this.previous;
	}

	/**
	 * Return the state since.
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
