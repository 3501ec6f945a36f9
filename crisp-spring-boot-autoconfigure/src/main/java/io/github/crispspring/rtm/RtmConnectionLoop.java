package io.github.crispspring.rtm;

import java.time.Duration;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Maintains the connection from start to stop: in each term in which this instance leads,
 * it connects, and reconnects when the connection fails or ends.
 */
final class RtmConnectionLoop {

	private static final Log logger = LogFactory.getLog(RtmConnectionLoop.class);

	/**
	 * Time limit for what is in progress when the connection is to be closed: requesting
	 * the URL, opening the WebSocket, and disconnecting.
	 */
	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

	/**
	 * Delay before the next attempt if the intended one cannot be determined.
	 */
	private static final Duration FALLBACK_DELAY = Duration.ofSeconds(10);

	private final CrispRtmLeadership leadership;

	private final RtmConnector connector;

	private final RtmReconnectPolicy reconnectPolicy;

	private final RtmStatePublisher publisher;

	private final RtmGapDetector gaps;

	private final @Nullable RtmRecovery recovery;

	private final Set<String> events;

	private final Disposable.Swap participation = Disposables.swap();

	private final Sinks.Empty<Void> terminated = Sinks.empty();

	private volatile Sinks.Empty<Void> reconnectNow = Sinks.empty();

	private @Nullable Term term;

	private boolean stopping;

	/**
	 * Create a loop.
	 * @param leadership decides when this instance leads
	 * @param connector establishes the connections
	 * @param reconnectPolicy decides when to reconnect
	 * @param publisher publishes the states
	 * @param gaps detects whether events may have been missed
	 * @param recovery recovers missed messages, {@code null} if they are not recovered
	 * @param events the names of the events to subscribe to
	 */
	RtmConnectionLoop(CrispRtmLeadership leadership, RtmConnector connector, RtmReconnectPolicy reconnectPolicy,
			RtmStatePublisher publisher, RtmGapDetector gaps, @Nullable RtmRecovery recovery, Set<String> events) {
		this.leadership = leadership;
		this.connector = connector;
		this.reconnectPolicy = reconnectPolicy;
		this.publisher = publisher;
		this.gaps = gaps;
		this.recovery = recovery;
		this.events = events;
	}

	/**
	 * Start.
	 * @param previous completes when the previous loop has terminated
	 */
	void start(Mono<Void> previous) {
		previous.subscribe(null, null, this::participate);
	}

	private void participate() {
		synchronized (this) {
			if (this.stopping) {
				terminate();
				return;
			}
		}
		this.participation.update(SafeMono.defer(() -> this.leadership.lead(this::lead))
			.doOnError((ex) -> logger.error(
					"Leadership failed with an unexpected error; this instance does not connect until it is restarted",
					ex))
			.onErrorComplete()
			.then(Mono.defer(this::closeTerm))
			.doFinally((signal) -> terminate())
			.subscribe());
		standBy();
	}

	private synchronized void standBy() {
		if (this.term == null && !this.stopping) {
			this.publisher.publish(new CrispRtmState.Standby(this.publisher.now()));
		}
	}

	private Mono<Void> lead(CrispRtmLeadership.Term leadershipTerm) {
		return SafeMono.defer(() -> previousTerm().then(SafeMono.defer(() -> connectIn(leadershipTerm))));
	}

	/**
	 * A term that the leadership cancelled may still be closing its connection.
	 */
	private synchronized Mono<Void> previousTerm() {
		return (this.term != null) ? this.term.terminated.asMono() : Mono.empty();
	}

	private Mono<Void> connectIn(CrispRtmLeadership.Term leadershipTerm) {
		Term term = beginTerm(leadershipTerm);
		if (term == null) {
			return Mono.empty();
		}
		this.gaps.receivedByOther(leadershipTerm.ledUntil());
		this.reconnectPolicy.reset();
		Disposable.Swap lost = Disposables.swap();
		maintainConnection(term).doFinally((signal) -> {
			lost.dispose();
			endTerm(term);
		}).subscribe(null, (ex) -> logger.error("Realtime connection terminated by an unexpected error", ex));
		lost.update(leadershipTerm.lost().subscribe(null, null, term.states::leadershipLost));
		return term.terminated.asMono().doOnCancel(() -> cancelTerm(term));
	}

	private synchronized @Nullable Term beginTerm(CrispRtmLeadership.Term leadershipTerm) {
		this.term = this.stopping ? null : new Term(
				new RtmStateMachine(this.publisher, this.gaps, this.recovery, this.events, leadershipTerm.valid()),
				new RtmBindRequests(), Sinks.empty());
		return this.term;
	}

	private void endTerm(Term term) {
		try {
			term.states.terminated();
		}
		finally {
			synchronized (this) {
				if (this.term == term) {
					this.term = null;
				}
			}
			term.terminated.tryEmitEmpty();
			standBy();
		}
	}

	/**
	 * The leadership no longer waits for the end of the term, so that it cannot end when
	 * the loop is stopped meanwhile.
	 */
	private void cancelTerm(Term term) {
		synchronized (this) {
			if (this.term != term) {
				return;
			}
		}
		term.states.leadershipLost();
		term.terminated.asMono().subscribe(null, null, this::leaveIfStopping);
	}

	private void leaveIfStopping() {
		boolean leave;
		synchronized (this) {
			leave = this.stopping;
		}
		if (leave) {
			this.participation.dispose();
		}
	}

	/**
	 * Close the connection if the leadership ended without waiting for it.
	 */
	private Mono<Void> closeTerm() {
		Term term;
		synchronized (this) {
			term = this.term;
		}
		if (term == null) {
			return Mono.empty();
		}
		term.states.leadershipLost();
		return term.terminated.asMono();
	}

	private Mono<Void> maintainConnection(Term term) {
		Mono<Void> connections = SafeMono.wrap(SafeMono.defer(() -> connect(term)))
			.onErrorResume((ex) -> awaitNextAttempt(term, ex))
			.repeat(() -> !term.states.isClosed())
			.then();
		Mono<Void> recoveries = (this.recovery != null) ? this.recovery.serve() : Mono.never();
		return Mono.firstWithSignal(recoveries, connections)
			.takeUntilOther(term.states.closing().then(Mono.defer(() -> awaitClosed(term))))
			.then(Mono.defer(() -> this.connector.idle().timeout(STOP_TIMEOUT, Mono.empty())));
	}

	private Mono<Void> connect(Term term) {
		term.states.discovering(this.reconnectPolicy.beginAttempt());
		return this.connector.connect(term.states, term.bindRequests)
			.then(Mono.defer(() -> term.states.isClosed() ? Mono.empty()
					: Mono.error(new RtmProtocolException("The connection ended"))));
	}

	/**
	 * A session closes its connection itself. A WebSocket that is being opened is closed
	 * by its session as well: if opening is cancelled at the wrong moment, Reactor Netty
	 * leaves the connection open. Anything else is cancelled immediately.
	 */
	private Mono<Long> awaitClosed(Term term) {
		return term.states.isWebSocketRequested() ? Mono.delay(STOP_TIMEOUT) : Mono.just(0L);
	}

	/**
	 * Never fails, so that the loop continues.
	 */
	private Mono<Void> awaitNextAttempt(Term term, Throwable failure) {
		if (term.states.isClosed()) {
			return Mono.empty();
		}
		Sinks.Empty<Void> reconnectNow = Sinks.empty();
		this.reconnectNow = reconnectNow;
		return SafeMono.call(() -> awaitNextAttempt(term.states, failure, reconnectNow.asMono()))
			.onErrorResume((ex) -> {
				logger.error("The delay before the next connection attempt cannot be determined; reconnecting in %d s"
					.formatted(FALLBACK_DELAY.toSeconds()), ex);
				return Mono.firstWithSignal(Mono.delay(FALLBACK_DELAY).then(), reconnectNow.asMono());
			});
	}

	private Mono<Void> awaitNextAttempt(RtmStateMachine states, Throwable failure, Mono<Void> reconnectNow) {
		log(failure);
		RtmFailure cause = RtmFailure.of(failure);
		Duration delay = this.reconnectPolicy.nextDelay(states.connectedFor(), cause.retryAfter());
		states.disconnected(cause.reason());
		if (cause.rejected()) {
			return Mono.firstWithSignal(reconnectNow, this.publisher.remind(states.rejected(cause.reason())))
				.doOnSuccess((nothing) -> this.reconnectPolicy.reset());
		}
		states.waitingToRetry(this.reconnectPolicy.failures(), cause.reason(), delay);
		return Mono.firstWithSignal(Mono.delay(delay).then(), reconnectNow);
	}

	private void log(Throwable failure) {
		if (Exceptions.unwrap(failure) instanceof RtmUnexpectedException unexpected) {
			logger.error("Realtime connection failed with an unexpected error; reconnecting", unexpected.getCause());
		}
		else {
			logger.debug("Realtime connection failed", failure);
		}
	}

	/**
	 * Stop. A connection is closed before leadership is given up, so that there are never
	 * two connections.
	 * @return completes when the loop has terminated
	 */
	Mono<Void> stop() {
		Term term;
		synchronized (this) {
			this.stopping = true;
			term = this.term;
		}
		if (term != null) {
			term.states.close();
		}
		else {
			this.participation.dispose();
		}
		return terminated();
	}

	/**
	 * Return when the loop has terminated.
	 */
	Mono<Void> terminated() {
		return this.terminated.asMono();
	}

	private void terminate() {
		try {
			synchronized (this) {
				this.stopping = true;
				this.publisher.publish(new CrispRtmState.Stopped(this.publisher.now()));
			}
		}
		finally {
			this.terminated.tryEmitEmpty();
		}
	}

	/**
	 * Connect without waiting any longer, if this instance leads and is not connected.
	 */
	synchronized void reconnectNow() {
		if (this.term != null) {
			this.reconnectNow.tryEmitEmpty();
		}
	}

	/**
	 * Subscribe to the events of websites that installed the plugin since the connection
	 * was established.
	 */
	synchronized void rebind() {
		if (this.term != null) {
			this.term.bindRequests.add();
		}
	}

	/**
	 * Term in which this instance leads.
	 */
	private record Term(RtmStateMachine states, RtmBindRequests bindRequests, Sinks.Empty<Void> terminated) {

	}

}
