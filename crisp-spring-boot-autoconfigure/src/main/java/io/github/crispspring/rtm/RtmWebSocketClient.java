package io.github.crispspring.rtm;

import java.net.URI;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * WebSocket client that opens one connection at a time with the HTTP client of the
 * application. It never follows redirects, as they could send the credentials to any
 * server, and reports a failed handshake without the log messages of Reactor Netty.
 */
final class RtmWebSocketClient implements WebSocketClient {

	private final WebSocketClient delegate;

	private volatile Sinks.Empty<Void> failure = Sinks.empty();

	private RtmWebSocketClient(HttpClient httpClient, int maxFrameSize) {
		// The same function for all connections, as each one would have a pool of its own
		HttpClient client = httpClient.followRedirect(false)
			.protocol(HttpProtocol.HTTP11)
			.doOnChannelInit((observer, channel, address) -> RtmHandshakeHandler.addTo(channel, this.failure));
		this.delegate = new ReactorNettyWebSocketClient(client,
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(maxFrameSize));
	}

	/**
	 * Create a client.
	 * @param httpClient the HTTP client, whose proxy and connector settings are used
	 * @param maxFrameSize the maximum size of a frame
	 * @return the client
	 */
	static WebSocketClient create(HttpClient httpClient, DataSize maxFrameSize) {
		return new RtmWebSocketClient(httpClient, Math.toIntExact(maxFrameSize.toBytes()));
	}

	@Override
	public Mono<Void> execute(URI url, WebSocketHandler handler) {
		return execute(url, new HttpHeaders(), handler);
	}

	@Override
	public Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler) {
		return Mono.defer(() -> {
			Sinks.Empty<Void> failure = Sinks.empty();
			this.failure = failure;
			return Mono.firstWithSignal(failure.asMono(), this.delegate.execute(url, headers, handler));
		});
	}

}
