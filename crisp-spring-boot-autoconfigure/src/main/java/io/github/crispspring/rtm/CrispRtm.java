package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.listener.CrispEventDispatcher;
import io.github.crispspring.listener.CrispSaturatedException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogMessage;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Keeps one realtime connection to Crisp while the application runs, and passes its
 * events on. When the connection ends it is made anew, after a growing pause; only where
 * Crisp refuses the credentials it is given up.
 */
public final class CrispRtm implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(CrispRtm.class);

	/**
	 * How long to wait before an event that found no room is offered again.
	 */
	private static final Duration SATURATED_PAUSE = Duration.ofMillis(50);

	/**
	 * How long the goodbye to a live session may take.
	 */
	private static final Duration STOP_GRACE = Duration.ofSeconds(2);

	private final RtmCredentials credentials;

	private final RtmEndpoint endpoint;

	private final CrispRtmSettings settings;

	private final WebSocketClient webSocketClient;

	private final Supplier<Set<String>> eventNames;

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final Clock clock = Clock.systemUTC();

	private volatile @Nullable Connection connection;

	/**
	 * Create the connection. It is made when the application starts.
	 * @param credentials who connects
	 * @param rest how Crisp is asked where to connect
	 * @param settings how the connection behaves
	 * @param webSocketClient how WebSockets are opened
	 * @param eventNames the events to ask for; asked when the application starts
	 * @param reader how events are read
	 * @param dispatcher where events go
	 */
	public CrispRtm(RtmCredentials credentials, CrispRest rest, CrispRtmSettings settings,
			WebSocketClient webSocketClient, Supplier<Set<String>> eventNames, CrispEventReader reader,
			CrispEventDispatcher dispatcher) {
		this.credentials = credentials;
		this.endpoint = new RtmEndpoint(settings.url(), credentials, rest);
		this.settings = settings;
		this.webSocketClient = webSocketClient;
		this.eventNames = eventNames;
		this.reader = reader;
		this.dispatcher = dispatcher;
	}

	@Override
	public void start() {
		Set<String> names = this.eventNames.get();
		if (names.isEmpty()) {
			logger.debug("No realtime connection: nothing listens to an event of Crisp");
			return;
		}
		Connection connection = new Connection(names);
		this.connection = connection;
		connection.open();
	}

	@Override
	public void stop(Runnable callback) {
		Connection connection = this.connection;
		this.connection = null;
		if (connection == null) {
			callback.run();
			return;
		}
		connection.close(callback);
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.connection != null;
	}

	/**
	 * The connection from start to stop, however often it has to be made.
	 */
	private final class Connection implements RtmSession.Handler {

		private final Set<String> names;

		private final Sinks.Empty<Void> stop = Sinks.empty();

		private final Sinks.Empty<Void> ended = Sinks.empty();

		private volatile boolean live;

		private int failures;

		Connection(Set<String> names) {
			this.names = names;
		}

		void open() {
			connect().retryWhen(Retry.from((failed) -> failed.concatMap(this::pause)))
				.takeUntilOther(this.stop.asMono().then(Mono.defer(this::stopped)))
				.doFinally((signal) -> this.ended.tryEmitEmpty())
				.subscribe(null, this::giveUp);
		}

		private Mono<Void> connect() {
			return Mono.defer(CrispRtm.this.endpoint::find).flatMap(this::connect);
		}

		private Mono<Void> connect(URI url) {
			RtmSession session = new RtmSession(CrispRtm.this.credentials, this.names, this);
			return CrispRtm.this.webSocketClient.execute(url, (socket) -> {
				this.live = true;
				return session.run(socket, this.stop.asMono()).doFinally((signal) -> this.live = false);
			});
		}

		/**
		 * A live session ends by itself when it has said goodbye; everything else is
		 * ended at once.
		 */
		private Mono<Long> stopped() {
			return this.live ? Mono.delay(STOP_GRACE) : Mono.just(0L);
		}

		private Mono<Long> pause(Retry.RetrySignal signal) {
			Throwable failure = signal.failure();
			if (failure instanceof RtmRefusedException) {
				return Mono.error(failure);
			}
			if (failure instanceof CrispAuthenticationException) {
				return Mono.error(new RtmRefusedException(failure));
			}
			Duration pause = nextPause();
			logger.info(LogMessage.format("The realtime connection ended (%s); connecting again in %d ms",
					failure.getMessage(), pause.toMillis()));
			return Mono.delay(pause);
		}

		private Duration nextPause() {
			CrispRtmSettings settings = CrispRtm.this.settings;
			long limit = settings.reconnectDelay().toMillis() << Math.min(this.failures++, 16);
			return Duration.ofMillis(
					ThreadLocalRandom.current().nextLong(Math.min(limit, settings.maxReconnectDelay().toMillis()) + 1));
		}

		private void giveUp(Throwable failure) {
			logger.error("The realtime connection is given up: no events come. "
					+ "Check 'crisp.identifier', 'crisp.key' and 'crisp.tier', then restart.", failure);
		}

		void close(Runnable callback) {
			this.ended.asMono().subscribe(null, null, callback);
			this.stop.tryEmitEmpty();
		}

		@Override
		public void authenticated() {
			this.failures = 0;
			logger.info(LogMessage.format("Connected to Crisp; asked for %s", this.names));
		}

		@Override
		public Mono<Void> event(String name, JsonNode data) {
			return Mono.<Void>fromRunnable(() -> accept(name, data))
				.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, SATURATED_PAUSE)
					.filter(CrispSaturatedException.class::isInstance));
		}

		private void accept(String name, JsonNode data) {
			CrispDelivery delivery = CrispDelivery.first(CrispDelivery.Transport.RTM, CrispRtm.this.clock.instant(),
					data);
			CrispRtm.this.dispatcher.dispatch(CrispRtm.this.reader.read(name, null, data), delivery);
		}

	}

}
