package io.github.crispspring.rtm;

import java.time.Instant;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps a connection while this instance leads, and waits while it does not, from start
 * to stop.
 */
final class RtmCandidacy {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	private final CrispRtmLeadership leadership;

	private final Supplier<RtmLoop> loops;

	private final RtmStatePublisher journal;

	private final Disposable.Swap candidacy = Disposables.swap();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	private @Nullable RtmLoop loop;

	private boolean closing;

	/**
	 * Create a candidacy.
	 * @param leadership tells when this instance leads
	 * @param loops makes what keeps the connection in a term
	 * @param journal is told what happens
	 */
	RtmCandidacy(CrispRtmLeadership leadership, Supplier<RtmLoop> loops, RtmStatePublisher journal) {
		this.leadership = leadership;
		this.loops = loops;
		this.journal = journal;
	}

	/**
	 * Begin.
	 * @param before what has to end first
	 */
	void open(Mono<Void> before) {
		before.subscribe(null, null, this::stand);
	}

	private void stand() {
		synchronized (this) {
			if (this.closing) {
				end();
				return;
			}
		}
		this.candidacy.update(RtmGuard.defer(() -> this.leadership.lead(this::term))
			.doOnError((ex) -> logger
				.error("The instance that connects to Crisp could not be chosen: this one does not connect", ex))
			.onErrorComplete()
			.doFinally((signal) -> end())
			.subscribe());
		synchronized (this) {
			if (this.loop == null && !this.closing) {
				standBy();
			}
		}
	}

	private void standBy() {
		this.journal.enter(new CrispRtmState.Standby(this.journal.now()));
	}

	private Mono<Void> term(CrispRtmLeadership.Term term) {
		return RtmGuard.defer(() -> {
			RtmLoop loop = begin(term.ledUntil());
			if (loop == null) {
				return Mono.empty();
			}
			Disposable lost = term.lost().subscribe(null, null, loop::standDown);
			return loop.ended().doFinally((signal) -> {
				lost.dispose();
				endOf(loop);
			});
		});
	}

	private synchronized @Nullable RtmLoop begin(@Nullable Instant ledUntil) {
		if (this.closing) {
			return null;
		}
		RtmLoop loop = this.loops.get();
		this.loop = loop;
		loop.open(ledUntil);
		return loop;
	}

	private synchronized void endOf(RtmLoop loop) {
		if (this.loop == loop) {
			this.loop = null;
			if (!this.closing) {
				standBy();
			}
		}
	}

	/**
	 * End. A connection is closed first, so that it is not there any more when the next
	 * instance makes its own.
	 * @return completes when nothing is left
	 */
	Mono<Void> close() {
		RtmLoop loop;
		synchronized (this) {
			this.closing = true;
			loop = this.loop;
		}
		if (loop != null) {
			loop.close();
		}
		else {
			this.candidacy.dispose();
		}
		return ended();
	}

	/**
	 * Completes when nothing is left.
	 */
	Mono<Void> ended() {
		return this.ended.asMono();
	}

	private void end() {
		try {
			synchronized (this) {
				this.closing = true;
				this.journal.enter(new CrispRtmState.Stopped(this.journal.now()));
			}
		}
		finally {
			this.ended.tryEmitEmpty();
		}
	}

	/**
	 * Connect now rather than later, where this instance leads.
	 */
	synchronized void hurry() {
		if (this.loop != null) {
			this.loop.hurry();
		}
	}

	/**
	 * Ask for the events of websites that installed the plugin since.
	 */
	synchronized void rebind() {
		if (this.loop != null) {
			this.loop.rebind();
		}
	}

}
