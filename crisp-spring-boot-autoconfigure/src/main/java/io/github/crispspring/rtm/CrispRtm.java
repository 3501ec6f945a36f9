package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.PluginSubscriptionUpdated;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps one realtime connection to Crisp while the application runs, or, where it runs
 * several times, while this instance {@link CrispRtmLeadership leads}, and passes its
 * events on. When the connection ends it is made anew, after a growing pause; only where
 * Crisp refuses the credentials it waits for {@link #reconnect()}.
 * <p>
 * What it does is told by {@link #state()}, and each change by a
 * {@link CrispRtmStateEvent}. What may have been missed is told by a
 * {@link CrispRtmGapEvent}.
 */
public final class CrispRtm implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	private final RtmCredentials credentials;

	private final RtmConnector connector;

	private final RtmPacer pacer;

	private final RtmStatePublisher journal;

	private final RtmInbox inbox;

	private final @Nullable RtmRecovery recovery;

	private final @Nullable RtmKeepAlive keepAlive;

	private final Supplier<Set<String>> eventNames;

	private final AtomicReference<@Nullable Instant> heard = new AtomicReference<>();

	private CrispRtmLeadership leadership = (connection) -> connection
		.apply(new CrispRtmLeadership.Term(null, Mono.never()));

	private @Nullable RtmCandidacy candidacy;

	private Mono<Void> ended = Mono.empty();

	/**
	 * Create the connection. It is made when the application starts.
	 * @param credentials who connects
	 * @param settings how the connection behaves
	 * @param rest how Crisp is asked where to connect
	 * @param httpClient supplies the HTTP client that WebSockets are opened with, before
	 * the first one; its proxy and connector settings apply, but no redirect is followed
	 * @param eventNames the events to ask for; asked when the application starts
	 * @param reader how events are read
	 * @param dispatcher where events go
	 * @param publisher how changes of the state are told
	 * @param clock tells the time
	 */
	public CrispRtm(RtmCredentials credentials, CrispRtmSettings settings, CrispRest rest,
			Supplier<HttpClient> httpClient, Supplier<Set<String>> eventNames, CrispEventReader reader,
			CrispEventDispatcher dispatcher, ApplicationEventPublisher publisher, Clock clock) {
		this.credentials = credentials;
		// What fails is retried here, more slowly than a call is
		CrispRest once = rest.withRetry(CrispRetry.none());
		this.connector = new RtmConnector(credentials, settings,
				new RtmEndpoint(settings.url(), credentials, settings.restUrl(), once), httpClient);
		RtmBackoff backoff = new RtmBackoff(settings.reconnectDelay(), settings.maxReconnectDelay());
		this.pacer = new RtmPacer(backoff, System::nanoTime, () -> ThreadLocalRandom.current().nextDouble());
		this.journal = new RtmStatePublisher(this, publisher, clock, settings.gracePeriod());
		this.inbox = new RtmInbox(reader, dispatcher, clock);
		this.recovery = settings.recover()
				? new RtmRecovery(credentials, settings.rooms(), once, this.inbox, backoff, clock) : null;
		this.keepAlive = settings.keepAlive() ? new RtmKeepAlive() : null;
		this.eventNames = eventNames;
	}

	/**
	 * Set who may connect where the application runs several times. Unless set, this
	 * instance may always.
	 * @param leadership chooses the instance, from the next start on
	 */
	public synchronized void setLeadership(CrispRtmLeadership leadership) {
		this.leadership = leadership;
	}

	/**
	 * Return what the connection is doing.
	 * @return the state
	 */
	public CrispRtmState state() {
		return this.journal.state();
	}

	/**
	 * Return what became of the connection since the application started.
	 * @return the history
	 */
	public CrispRtmHistory history() {
		return this.journal.history();
	}

	/**
	 * Return when the last event came.
	 * @return the time, or {@code null} if none has come since the application started
	 */
	public @Nullable Instant lastEventAt() {
		return this.inbox.lastEventAt();
	}

	/**
	 * Try to connect now: also after Crisp has refused the credentials, and rather than
	 * wait for the next attempt. Where there is a connection, or one is being made, where
	 * it was stopped, and where another instance has it, nothing happens.
	 */
	public synchronized void reconnect() {
		if (this.candidacy != null) {
			this.candidacy.hurry();
		}
	}

	/**
	 * Ask for the events of websites that installed the plugin since the connection was
	 * made. This happens by itself when Crisp tells that one did. As Crisp accepts it
	 * only every 2.5 seconds, calls in between have one effect together, at the end of
	 * that time.
	 */
	public synchronized void rebind() {
		if (this.candidacy != null) {
			this.candidacy.rebind();
		}
	}

	@Override
	public synchronized void start() {
		if (this.candidacy != null) {
			return;
		}
		Set<String> names = names();
		if (names.isEmpty()) {
			logger.debug("No realtime connection: nothing listens to an event of Crisp");
			return;
		}
		RtmCandidacy candidacy = new RtmCandidacy(this.leadership, () -> new RtmLoop(this.connector, this.pacer,
				this.journal, this.inbox, this.recovery, names, this.heard), this.journal);
		candidacy.open(this.ended);
		this.ended = candidacy.ended();
		this.candidacy = candidacy;
		if (this.keepAlive != null) {
			this.keepAlive.start();
		}
	}

	/**
	 * A plugin hears of the websites that install it by an event, which tells it to ask
	 * for theirs.
	 */
	private Set<String> names() {
		Set<String> names = new TreeSet<>(this.eventNames.get());
		if (!names.isEmpty() && this.credentials.tier() == CrispTier.PLUGIN) {
			names.add(PluginSubscriptionUpdated.NAME);
		}
		return Collections.unmodifiableSet(names);
	}

	@Override
	public void stop(Runnable callback) {
		Mono<Void> stopped = close().then(Mono.defer(this.journal::published));
		stopped.doFinally((signal) -> release()).subscribe(null, (ex) -> callback.run(), callback);
	}

	private synchronized void release() {
		if (this.keepAlive != null && this.candidacy == null) {
			this.keepAlive.stop();
		}
	}

	private synchronized Mono<Void> close() {
		RtmCandidacy candidacy = this.candidacy;
		this.candidacy = null;
		return (candidacy != null) ? candidacy.close() : Mono.empty();
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public synchronized boolean isRunning() {
		return this.candidacy != null;
	}

}
