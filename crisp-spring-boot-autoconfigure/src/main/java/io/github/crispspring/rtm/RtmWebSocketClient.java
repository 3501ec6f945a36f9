package io.github.crispspring.rtm;

import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Factory for the WebSocket client.
 */
final class RtmWebSocketClient {

	private RtmWebSocketClient() {
	}

	/**
	 * Create a client that never follows redirects, as they could send the credentials to
	 * any server.
	 * @param httpClient the HTTP client, whose proxy and connector settings are used
	 * @param maxFrameSize the maximum size of a frame
	 * @return the client
	 */
	static WebSocketClient create(HttpClient httpClient, DataSize maxFrameSize) {
		int maxBytes = Math.toIntExact(maxFrameSize.toBytes());
		HttpClient client = httpClient.followRedirect(false)
			.protocol(HttpProtocol.HTTP11)
			.doOnChannelInit((observer, channel, address) -> RtmHandshakeHandler.addTo(channel));
		return new ReactorNettyWebSocketClient(client,
				() -> WebsocketClientSpec.builder().maxFramePayloadLength(maxBytes));
	}

}
