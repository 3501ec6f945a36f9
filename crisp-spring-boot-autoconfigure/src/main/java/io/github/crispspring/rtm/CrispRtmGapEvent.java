package io.github.crispspring.rtm;

import java.time.Instant;

import org.springframework.context.ApplicationEvent;

/**
 * The realtime connection is there again after it was not. Crisp does not send what
 * happened meanwhile: those events are missing. Where another instance had the connection
 * before, those that it handled after {@link #getFrom()} are not.
 */
public final class CrispRtmGapEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final Instant from;

	private final Instant to;

	CrispRtmGapEvent(CrispRtm source, Instant from, Instant to) {
		super(source);
		this.from = from;
		this.to = to;
	}

	/**
	 * Return from when events may be missing: when the last sign of life was read from
	 * the connection before, or until when another instance was certainly there to hold
	 * it. What was sent but not read before it ended is missing too.
	 * @return the beginning of the gap, by the clock of this application
	 */
	public Instant getFrom() {
		return this.from;
	}

	/**
	 * Return until when events may be missing.
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
