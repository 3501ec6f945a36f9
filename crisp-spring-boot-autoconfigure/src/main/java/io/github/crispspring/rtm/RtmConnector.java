package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispCredentials;
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
 * Establishes one connection: requests the URL, opens the WebSocket and runs a session on
 * it.
 */
final class RtmConnector {

	/**
	 * Time limit for opening a WebSocket, independent of the client's own.
	 */
	private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(20);

	/**
	 * Time limit for requesting the URL, independent of the client's own.
	 */
	private static final Duration DISCOVERY_TIMEOUT = Duration.ofMinutes(2);

	private final CrispCredentials credentials;

	private final CrispRtmSettings settings;

	private final RtmEndpointResolver endpoint;

	private final SingletonSupplier<WebSocketClient> webSocketClient;

	private final RtmEventSink events;

	private volatile Mono<Void> idle = Mono.empty();

	/**
	 * Create a connector.
	 * @param credentials the credentials
	 * @param settings the settings
	 * @param endpoint resolves the URL
	 * @param httpClient supplies the HTTP client before the first WebSocket is opened
	 * @param events receives the events
	 */
	RtmConnector(CrispCredentials credentials, CrispRtmSettings settings, RtmEndpointResolver endpoint,
			Supplier<HttpClient> httpClient, RtmEventSink events) {
		this.credentials = credentials;
		this.settings = settings;
		this.endpoint = endpoint;
		this.webSocketClient = SingletonSupplier
			.of(() -> RtmWebSocketClient.create(httpClient.get(), settings.maxFrameSize()));
		this.events = events;
	}

	/**
	 * Establish a connection and run it until the states request to close it. This
	 * happens on another thread, as the first connection loads the HTTP client and must
	 * not delay the start of the application.
	 * @param states receives the states of the connection
	 * @param bindRequests requests to subscribe to the events of further websites
	 * @return completes when the connection was closed on request; fails with the reason
	 * if it was not established or ended otherwise
	 */
	Mono<Void> connect(RtmStateMachine states, RtmBindRequests bindRequests) {
		return resolveUrl()
			.timeout(DISCOVERY_TIMEOUT, Mono
				.error(() -> new RtmProtocolException("Crisp did not respond to the request for the RTM URL within %d s"
					.formatted(DISCOVERY_TIMEOUT.toSeconds()))))
			.flatMap((url) -> SafeMono.call(() -> connect(url, states, bindRequests)));
	}

	private Mono<URI> resolveUrl() {
		return Mono.create((sink) -> {
			Disposable.Swap request = Disposables.swap();
			sink.onDispose(request);
			Sinks.Empty<Void> requested = Sinks.empty();
			this.idle = requested.asMono();
			try {
				Schedulers.boundedElastic().schedule(() -> {
					request.update(SafeMono.wrap(SafeMono.defer(this.endpoint::resolve))
						.subscribe(sink::success, sink::error, sink::success));
					requested.tryEmitEmpty();
				});
			}
			catch (Throwable ex) {
				// Such as no memory for a thread
				requested.tryEmitEmpty();
				sink.error(new RtmUnexpectedException(ex));
			}
		});
	}

	/**
	 * Return when no thread is about to send a request. Otherwise a cancelled attempt
	 * could use the HTTP client after the application has closed it, which would restart
	 * its threads.
	 */
	Mono<Void> idle() {
		return this.idle;
	}

	private Mono<Void> connect(URI url, RtmStateMachine states, RtmBindRequests bindRequests) {
		states.connecting(withoutSecrets(url));
		RtmAuthentication authentication = RtmAuthentication.of(this.credentials, this.settings.rooms(),
				states.events());
		Sinks.Empty<Void> opened = Sinks.empty();
		Mono<Void> connection = this.webSocketClient.obtain().execute(url, (socket) -> {
			opened.tryEmitEmpty();
			return SafeMono.call(() -> new RtmSession(authentication, this.settings.maxFrameSize().toBytes(),
					this.events, states, bindRequests)
				.run(socket));
		});
		Mono<Void> opening = opened.asMono()
			.timeout(OPEN_TIMEOUT, Mono.error(() -> new RtmProtocolException(
					"the WebSocket did not open within %d s".formatted(OPEN_TIMEOUT.toSeconds()))));
		// The time limit first, so that it also applies if connecting throws
		return Mono.firstWithSignal(opening.then(Mono.never()), SafeMono.wrap(connection))
			.onErrorMap((ex) -> opened.scanOrDefault(Scannable.Attr.TERMINATED, false) ? ex
					: new RtmConnectException("Cannot connect to " + RtmConnectException.hostAndPort(url), ex));
	}

	private URI withoutSecrets(URI url) {
		return UriComponentsBuilder.fromUri(url).userInfo(null).replaceQuery(null).fragment(null).build(true).toUri();
	}

}
