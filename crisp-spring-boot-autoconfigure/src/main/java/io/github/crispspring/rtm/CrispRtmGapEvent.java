package io.github.crispspring.rtm;

import java.time.Instant;

import org.springframework.context.ApplicationEvent;

/**
 * Event published when the realtime connection is re-established. Crisp does not send the
 * events that occurred while there was no connection. If another instance was connected
 * before, it may have handled some of the events after {@link #getFrom()}. The source is
 * the {@link CrispRtm}.
 */
public final class CrispRtmGapEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final Instant from;

	private final Instant to;

	CrispRtmGapEvent(Object source, Instant from, Instant to) {
		super(source);
		this.from = from;
		this.to = to;
	}

	/**
	 * Return the beginning of the gap: the time when the last frame of the previous
	 * connection was read, or until which another instance was certainly connected.
	 * Events that were sent after it but not read are in the gap.
	 * @return the beginning of the gap, by the clock of this application
	 */
	public Instant getFrom() {
		return this.from;
	}

	/**
	 * Return the end of the gap: the time when the connection was re-established.
	 * @return the end of the gap, by the clock of this application
	 */
	public Instant getTo() {
		return this.to;
	}

	@Override
	public String toString() {
		return "CrispRtmGapEvent[from=" + this.from + ", to=" + this.to + "]";
	}

}
