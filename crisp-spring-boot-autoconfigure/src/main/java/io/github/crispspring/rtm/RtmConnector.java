package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes one connection: finds out where to, opens the WebSocket and lets a session live
 * on it.
 */
final class RtmConnector {

	/**
	 * How long opening may take, whatever the WebSocket client has to say about it.
	 */
	private static final Duration OPEN_LIMIT = Duration.ofSeconds(20);

	/**
	 * How long requesting the URL may take, whatever the REST client has to say about it.
	 */
	private static final Duration DISCOVERY_LIMIT = Duration.ofMinutes(2);

	private final RtmCredentials credentials;

	private final CrispRtmSettings settings;

	private final RtmEndpoint endpoint;

	private final SingletonSupplier<WebSocketClient> webSocketClient;

	private volatile Mono<Void> idle = Mono.empty();

	RtmConnector(RtmCredentials credentials, CrispRtmSettings settings, RtmEndpoint endpoint,
			Supplier<HttpClient> httpClient) {
		this.credentials = credentials;
		this.settings = settings;
		this.endpoint = endpoint;
		this.webSocketClient = SingletonSupplier
			.of(() -> RtmWebSocketClient.create(httpClient.get(), settings.maxSize()));
	}

	/**
	 * Make a connection, on another thread: the first one loads the HTTP client, which an
	 * application that starts should not wait for.
	 * @param events the names of the events to ask for
	 * @param observer is told how it goes
	 * @param stop completes when the connection is to be closed
	 * @return completes when it was closed so, or fails with the reason for which it
	 * ended
	 */
	Mono<Void> connect(Set<String> events, Observer observer, Mono<Void> stop) {
		return RtmGuard.defer(() -> {
			observer.discovering();
			return found()
				.timeout(DISCOVERY_LIMIT,
						Mono.error(() -> new RtmProtocolException("There was no response with the RTM URL")))
				.flatMap((url) -> RtmGuard.call(() -> connect(url, events, observer, stop)));
		});
	}

	private Mono<URI> found() {
		return Mono.create((sink) -> {
			Disposable.Swap question = Disposables.swap();
			sink.onDispose(question);
			Sinks.Empty<Void> asked = Sinks.empty();
			this.idle = asked.asMono();
			Schedulers.boundedElastic().schedule(() -> {
				question.update(RtmGuard.subscribe(RtmGuard.defer(this.endpoint::find))
					.subscribe(sink::success, sink::error, sink::success));
				asked.tryEmitEmpty();
			});
		});
	}

	/**
	 * Completes when no thread is about to connect any more. One that was told not to
	 * would otherwise use the HTTP client when the application has closed it, which
	 * starts its threads again.
	 */
	Mono<Void> idle() {
		return this.idle;
	}

	private Mono<Void> connect(URI url, Set<String> events, Observer observer, Mono<Void> stop) {
		observer.connecting(withoutQuery(url));
		Sinks.Empty<Void> opened = Sinks.empty();
		Mono<Void> connection = this.webSocketClient.obtain().execute(url, (socket) -> {
			opened.tryEmitEmpty();
			return RtmGuard.call(() -> {
				RtmSession session = new RtmSession(this.credentials, this.settings.rooms(), events,
						this.settings.maxSize().toBytes(), observer);
				observer.opened(session);
				return session.run(socket, stop);
			});
		});
		Mono<Void> opening = opened.asMono()
			.timeout(OPEN_LIMIT, Mono.error(() -> new RtmProtocolException("the WebSocket did not open")));
		// The limit first, so that it is in force whatever connecting throws
		return Mono.firstWithSignal(opening.then(Mono.never()), RtmGuard.subscribe(connection))
			.onErrorMap((ex) -> opened.scanOrDefault(Scannable.Attr.TERMINATED, false) ? ex
					: new RtmConnectException("Cannot connect to " + RtmConnectException.server(url), ex));
	}

	/**
	 * What may be shown to anybody.
	 */
	private URI withoutQuery(URI url) {
		return UriComponentsBuilder.fromUri(url).userInfo(null).replaceQuery(null).fragment(null).build(true).toUri();
	}

	/**
	 * Is told how a connection goes, from the first question to the last event.
	 */
	interface Observer extends RtmSession.Handler {

		/**
		 * Crisp is asked where to connect.
		 */
		void discovering();

		/**
		 * The WebSocket is being opened.
		 */
		void connecting(URI server);

		/**
		 * The WebSocket is open.
		 */
		void opened(RtmSession session);

	}

}
