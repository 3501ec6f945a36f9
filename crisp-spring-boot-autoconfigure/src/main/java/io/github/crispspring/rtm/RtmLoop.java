package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.crispspring.event.PluginSubscriptionUpdated;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

import org.springframework.core.log.LogMessage;

/**
 * Keeps a connection for as long as it is wanted, however often it has to be made.
 */
final class RtmLoop implements RtmConnector.Observer {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	/**
	 * How long what has begun may take when it is to end: asking where to connect,
	 * opening a connection, and saying goodbye to it.
	 */
	private static final Duration STOP_GRACE = Duration.ofSeconds(2);

	/**
	 * Pause where the intended one cannot be determined.
	 */
	private static final Duration FALLBACK_PAUSE = Duration.ofSeconds(10);

	/**
	 * Crisp does not want {@code socket:bind} more often.
	 */
	private static final Duration BIND_PAUSE = Duration.ofMillis(2500);

	private final RtmConnector connector;

	private final RtmPacer pacer;

	private final RtmStatePublisher journal;

	private final RtmInbox inbox;

	private final @Nullable RtmRecovery recovery;

	private final Set<String> events;

	private final AtomicReference<@Nullable Instant> heard;

	private final RtmRequests bindings = new RtmRequests();

	private final Sinks.Empty<Void> stop = Sinks.empty();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	private volatile Sinks.Empty<Void> wake = Sinks.empty();

	private volatile @Nullable RtmSession opened;

	private volatile @Nullable RtmSession ready;

	private volatile boolean connecting;

	private volatile int attempt = 1;

	private volatile boolean bindWhenReady;

	private volatile URI server = URI.create("");

	private boolean closing;

	private String reason = "The application stopped it";

	/**
	 * Create a loop.
	 * @param connector makes the connections
	 * @param pacer decides when to connect again
	 * @param journal is told what happens
	 * @param inbox takes the events
	 * @param recovery reads what was missed, if wanted
	 * @param events the names of the events to ask for
	 * @param heard when the last sign of life was read, from this loop or one before
	 */
	RtmLoop(RtmConnector connector, RtmPacer pacer, RtmStatePublisher journal, RtmInbox inbox,
			@Nullable RtmRecovery recovery, Set<String> events, AtomicReference<@Nullable Instant> heard) {
		this.connector = connector;
		this.pacer = pacer;
		this.journal = journal;
		this.inbox = inbox;
		this.recovery = recovery;
		this.events = events;
		this.heard = heard;
	}

	/**
	 * Begin.
	 * @param ledUntil until when another instance kept the connection, {@code null} if
	 * none did
	 */
	void open(@Nullable Instant ledUntil) {
		if (ledUntil != null) {
			this.heard.accumulateAndGet(ledUntil, (own, other) -> (own == null || own.isBefore(other)) ? other : own);
		}
		this.pacer.reset();
		Mono<Void> connections = RtmGuard.defer(this::connect)
			.onErrorResume(this::pause)
			.repeat(() -> !isClosing())
			.then();
		Mono<Void> recoveries = (this.recovery != null) ? this.recovery.serve() : Mono.never();
		Mono.firstWithSignal(this.bindings.serve(() -> RtmGuard.call(this::bind).onErrorComplete()), recoveries,
				connections)
			.takeUntilOther(this.stop.asMono().then(Mono.defer(this::stopped)))
			.then(Mono.defer(() -> this.connector.idle().timeout(STOP_GRACE, Mono.empty())))
			.doFinally((signal) -> end())
			.subscribe(null, (ex) -> logger.error("The realtime connection failed for a reason of its own", ex));
	}

	/**
	 * End as the application stops.
	 */
	void close() {
		synchronized (this) {
			this.closing = true;
		}
		this.stop.tryEmitEmpty();
	}

	/**
	 * End as another instance is to connect.
	 */
	void standDown() {
		synchronized (this) {
			if (!this.closing) {
				this.reason = "This instance no longer leads";
			}
		}
		close();
	}

	/**
	 * Completes when nothing is left.
	 */
	Mono<Void> ended() {
		return this.ended.asMono();
	}

	/**
	 * Connect now rather than later.
	 */
	void hurry() {
		this.wake.tryEmitEmpty();
	}

	/**
	 * Ask for the events of websites that installed the plugin since.
	 */
	void rebind() {
		this.bindings.ask();
	}

	private Mono<Void> connect() {
		this.attempt = this.pacer.attempt();
		return this.connector.connect(this.events, this, this.stop.asMono())
			.then(Mono.defer(() -> isClosing() ? Mono.empty()
					: Mono.error(new RtmProtocolException("The connection has ended"))));
	}

	/**
	 * Whatever happens here, the loop continues.
	 */
	private Mono<Void> pause(Throwable failure) {
		if (isClosing()) {
			return Mono.empty();
		}
		Sinks.Empty<Void> wake = Sinks.empty();
		this.wake = wake;
		return RtmGuard.call(() -> pause(failure, wake.asMono())).onErrorResume((ex) -> {
			logger.error("The pause before the next realtime connection failed; connecting again in %d s"
				.formatted(FALLBACK_PAUSE.toSeconds()), ex);
			return Mono.firstWithSignal(Mono.delay(FALLBACK_PAUSE).then(), wake.asMono());
		});
	}

	private Mono<Void> pause(Throwable failure, Mono<Void> wake) {
		report(failure);
		RtmFailure why = RtmFailure.of(failure);
		Duration pause = this.pacer.pause(lasted(), why.retryAfter());
		disconnected(why.reason());
		Instant now = this.journal.now();
		if (why.refused()) {
			CrispRtmState.Refused refused = new CrispRtmState.Refused(now, why.reason());
			enter(refused);
			return Mono.firstWithSignal(wake, this.journal.remind(refused))
				.doOnSuccess((nothing) -> this.pacer.reset());
		}
		enter(new CrispRtmState.WaitingToRetry(now, this.pacer.failures(), why.reason(), now.plus(pause)));
		return Mono.firstWithSignal(Mono.delay(pause).then(), wake);
	}

	private void report(Throwable failure) {
		if (Exceptions.unwrap(failure) instanceof RtmUnexpectedException unexpected) {
			logger.error("The realtime connection met an unexpected error; connecting again", unexpected.getCause());
		}
		else {
			logger.debug("There is no realtime connection", failure);
		}
	}

	private @Nullable Duration lasted() {
		return (this.journal.state() instanceof CrispRtmState.Ready current)
				? Duration.between(current.since(), this.journal.now()) : null;
	}

	/**
	 * A connection ends by itself when it has said goodbye. One that is being opened does
	 * so as soon as it is open: where opening is cancelled just then, Reactor Netty
	 * forgets to close it. Everything else is ended at once.
	 */
	private Mono<Long> stopped() {
		return this.connecting ? Mono.delay(STOP_GRACE) : Mono.just(0L);
	}

	private void end() {
		try {
			synchronized (this) {
				this.closing = true;
				if (this.journal.state() instanceof CrispRtmState.Ready) {
					this.journal.enter(new CrispRtmState.Disconnected(this.journal.now(), this.reason));
				}
			}
		}
		finally {
			this.ended.tryEmitEmpty();
		}
	}

	private synchronized boolean isClosing() {
		return this.closing;
	}

	/**
	 * What still happens while the connection is being closed is of no interest.
	 */
	private synchronized void enter(CrispRtmState state) {
		if (!this.closing) {
			this.journal.enter(state);
		}
	}

	private void disconnected(String reason) {
		this.connecting = false;
		this.opened = null;
		this.ready = null;
		if (this.journal.state() instanceof CrispRtmState.Ready) {
			enter(new CrispRtmState.Disconnected(this.journal.now(), reason));
		}
	}

	private Mono<Void> bind() {
		this.bindWhenReady = true;
		RtmSession session = this.ready;
		if (session == null) {
			return Mono.empty();
		}
		this.bindWhenReady = false;
		return session.bind().onErrorComplete().then(Mono.delay(BIND_PAUSE)).then();
	}

	@Override
	public void discovering() {
		enter(new CrispRtmState.Discovering(this.journal.now(), this.attempt));
	}

	@Override
	public void connecting(URI server) {
		this.connecting = true;
		this.server = server;
		enter(new CrispRtmState.Connecting(this.journal.now(), this.attempt, server));
	}

	@Override
	public void opened(RtmSession session) {
		this.opened = session;
	}

	@Override
	public void authenticating() {
		enter(new CrispRtmState.Authenticating(this.journal.now(), this.attempt, this.server));
	}

	@Override
	public void ready() {
		if (isClosing()) {
			return;
		}
		Instant now = this.journal.now();
		Instant from = this.heard.getAndSet(now);
		this.ready = this.opened;
		enter(new CrispRtmState.Ready(now, this.server, this.events));
		if (this.bindWhenReady) {
			rebind();
		}
		if (from != null) {
			this.journal.gap(from, now);
			recover(from);
		}
	}

	private void recover(Instant from) {
		if (this.recovery != null) {
			this.recovery.request(from);
		}
	}

	@Override
	public void heard() {
		this.heard.set(this.journal.now());
	}

	@Override
	public Mono<Void> event(String name, JsonNode data, long size) {
		if (PluginSubscriptionUpdated.NAME.equals(name)) {
			rebind();
		}
		return RtmGuard.call(() -> this.inbox.accept(name, data, size)).onErrorResume((ex) -> {
			logger.error(LogMessage.format("Event '%s' could not be passed to the listeners", name), ex);
			return Mono.empty();
		});
	}

}
