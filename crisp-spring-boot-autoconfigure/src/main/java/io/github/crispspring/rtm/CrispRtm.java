package io.github.crispspring.rtm;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
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
 * Realtime connection to Crisp (RTM API), which receives events while the application
 * runs. If several instances of the application run, only the one that
 * {@link CrispRtmLeadership leads} connects.
 * <p>
 * The connection is re-established when it ends, after a delay that grows with each
 * failure. If Crisp rejects the credentials, no further attempt is made until
 * {@link #reconnectNow()} is called.
 * <p>
 * Each change of the {@linkplain #state() state} is published as a
 * {@link CrispRtmStateEvent}. A {@link CrispRtmGapEvent} reports that events may have
 * been missed.
 *
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API Reference</a>
 */
public final class CrispRtm implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	private final String account;

	private final CrispTier tier;

	private final Supplier<Set<String>> eventNames;

	private final CrispRtmLeadership leadership;

	private final RtmEventDispatcher events;

	private final RtmConnector connector;

	private final RtmReconnectPolicy reconnectPolicy;

	private final RtmStatePublisher publisher;

	private final RtmGapDetector gaps = new RtmGapDetector();

	private final @Nullable RtmRecovery recovery;

	private final @Nullable RtmKeepAlive keepAlive;

	private @Nullable RtmConnectionLoop loop;

	private Mono<Void> terminated = Mono.empty();

	private CrispRtm(Builder builder) {
		CrispCredentials credentials = builder.credentials;
		CrispRtmSettings settings = builder.settings;
		// Failures are retried here, with longer delays than those of single calls
		CrispRest rest = builder.rest.withRetry(CrispRetry.none());
		RtmBackOff backOff = new RtmBackOff(settings.reconnectDelay(), settings.maxReconnectDelay());
		this.account = builder.account;
		this.tier = credentials.tier();
		this.eventNames = builder.eventNames;
		this.leadership = builder.leadership;
		this.events = new RtmEventDispatcher(builder.account, builder.eventReader, builder.dispatcher, builder.clock);
		this.connector = new RtmConnector(credentials, settings, new RtmEndpointResolver(this.tier, settings, rest),
				builder.httpClient, this.events);
		this.reconnectPolicy = new RtmReconnectPolicy(backOff, System::nanoTime,
				() -> ThreadLocalRandom.current().nextDouble());
		this.publisher = new RtmStatePublisher(this, builder.account, builder.eventPublisher, builder.clock,
				settings.gracePeriod());
		this.recovery = settings.recover()
				? new RtmRecovery(this.tier, settings, rest, this.events, backOff, builder.clock) : null;
		this.keepAlive = settings.keepAlive() ? new RtmKeepAlive() : null;
	}

	/**
	 * Create a builder.
	 * @param credentials the credentials
	 * @param settings the settings
	 * @param rest the REST API, which returns the URL to connect to
	 * @param dispatcher receives the events
	 * @return the builder
	 */
	public static Builder builder(CrispCredentials credentials, CrispRtmSettings settings, CrispRest rest,
			CrispEventDispatcher dispatcher) {
		return new Builder(credentials, settings, rest, dispatcher);
	}

	/**
	 * Return the account that is connected.
	 * @return the name of the account
	 * @see io.github.crispspring.event.CrispDelivery#account()
	 */
	public String account() {
		return this.account;
	}

	/**
	 * Return the current state of the connection.
	 * @return the state
	 */
	public CrispRtmState state() {
		return this.publisher.state();
	}

	/**
	 * Return the history of the connection since the application started.
	 * @return the history
	 */
	public CrispRtmHistory history() {
		return this.publisher.history();
	}

	/**
	 * Return when the last event was received.
	 * @return the time, or {@code null} if no event has been received since the
	 * application started
	 */
	public @Nullable Instant lastEventAt() {
		return this.events.lastEventAt();
	}

	/**
	 * Connect now instead of waiting for the next attempt, also after Crisp has rejected
	 * the credentials. This has no effect while a connection exists or is being
	 * established, while the connection is stopped, or if another instance leads.
	 */
	public synchronized void reconnectNow() {
		if (this.loop != null) {
			this.loop.reconnectNow();
		}
	}

	/**
	 * Subscribe to the events of websites that installed the plugin since the connection
	 * was established. This happens automatically when Crisp reports an installation.
	 * Crisp accepts the request only every 2.5 seconds; calls within this time are
	 * combined into one request at the end of it.
	 */
	public synchronized void rebind() {
		if (this.loop != null) {
			this.loop.rebind();
		}
	}

	/**
	 * Start to connect in the background. The connection is not started if there is no
	 * event to subscribe to.
	 */
	@Override
	public synchronized void start() {
		if (this.loop != null) {
			return;
		}
		Set<String> names = eventNames();
		if (names.isEmpty()) {
			logger.debug("Realtime connection is not started, as there are no events to subscribe to");
			return;
		}
		RtmConnectionLoop loop = new RtmConnectionLoop(this.leadership, this.connector, this.reconnectPolicy,
				this.publisher, this.gaps, this.recovery, names);
		loop.start(this.terminated);
		this.terminated = loop.terminated();
		this.loop = loop;
		if (this.keepAlive != null) {
			this.keepAlive.start();
		}
	}

	/**
	 * A plugin needs the event that reports installations, to subscribe to the events of
	 * these websites.
	 */
	private Set<String> eventNames() {
		Set<String> names = new TreeSet<>(this.eventNames.get());
		if (!names.isEmpty() && this.tier == CrispTier.PLUGIN) {
			names.add(PluginSubscriptionUpdated.NAME);
		}
		return Collections.unmodifiableSet(names);
	}

	/**
	 * Close the connection.
	 * @param callback runs when the connection is closed and all its events are published
	 */
	@Override
	public void stop(Runnable callback) {
		Mono<Void> stopped = stopLoop().then(Mono.defer(this.publisher::whenPublished));
		stopped.doFinally((signal) -> stopKeepAlive()).subscribe(null, (ex) -> callback.run(), callback);
	}

	private synchronized Mono<Void> stopLoop() {
		RtmConnectionLoop loop = this.loop;
		this.loop = null;
		return (loop != null) ? loop.stop() : Mono.empty();
	}

	private synchronized void stopKeepAlive() {
		if (this.keepAlive != null && this.loop == null) {
			this.keepAlive.stop();
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public synchronized boolean isRunning() {
		return this.loop != null;
	}

	/**
	 * Builder for {@link CrispRtm}.
	 */
	public static final class Builder {

		private final CrispCredentials credentials;

		private final CrispRtmSettings settings;

		private final CrispRest rest;

		private final CrispEventDispatcher dispatcher;

		private String account = CrispDelivery.DEFAULT_ACCOUNT;

		private Supplier<Set<String>> eventNames = Set::of;

		private Supplier<HttpClient> httpClient = HttpClient::create;

		private CrispEventReader eventReader = new CrispEventReader();

		private ApplicationEventPublisher eventPublisher = (event) -> {
		};

		private CrispRtmLeadership leadership = (connection) -> connection
			.apply(new CrispRtmLeadership.Term(null, Mono.never()));

		private Clock clock = Clock.systemUTC();

		private Builder(CrispCredentials credentials, CrispRtmSettings settings, CrispRest rest,
				CrispEventDispatcher dispatcher) {
			this.credentials = credentials;
			this.settings = settings;
			this.rest = rest;
			this.dispatcher = dispatcher;
		}

		/**
		 * Set the account to which the events belong.
		 * @param account the name of the account, {@value CrispDelivery#DEFAULT_ACCOUNT}
		 * by default
		 * @return this builder
		 */
		public Builder account(String account) {
			this.account = account;
			return this;
		}

		/**
		 * Set the names of the events to subscribe to.
		 * @param eventNames supplies the names when the connection is started, none by
		 * default
		 * @return this builder
		 */
		public Builder eventNames(Supplier<Set<String>> eventNames) {
			this.eventNames = eventNames;
			return this;
		}

		/**
		 * Set the HTTP client that opens the WebSockets. Its proxy and connector settings
		 * are used; redirects are never followed.
		 * @param httpClient supplies the client before the first connection
		 * @return this builder
		 */
		public Builder httpClient(Supplier<HttpClient> httpClient) {
			this.httpClient = httpClient;
			return this;
		}

		/**
		 * Set the reader that converts JSON to events.
		 * @param eventReader the reader
		 * @return this builder
		 */
		public Builder eventReader(CrispEventReader eventReader) {
			this.eventReader = eventReader;
			return this;
		}

		/**
		 * Set the publisher of {@link CrispRtmStateEvent} and {@link CrispRtmGapEvent}.
		 * @param eventPublisher the publisher, which is called on a thread that may block
		 * @return this builder
		 */
		public Builder eventPublisher(ApplicationEventPublisher eventPublisher) {
			this.eventPublisher = eventPublisher;
			return this;
		}

		/**
		 * Set the strategy that decides which instance of the application connects.
		 * @param leadership the strategy; by default, this instance always connects
		 * @return this builder
		 */
		public Builder leadership(CrispRtmLeadership leadership) {
			this.leadership = leadership;
			return this;
		}

		/**
		 * Set the clock.
		 * @param clock the clock, the system clock by default
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Build the connection, which is not started yet.
		 * @return the connection
		 */
		public CrispRtm build() {
			return new CrispRtm(this);
		}

	}

}
