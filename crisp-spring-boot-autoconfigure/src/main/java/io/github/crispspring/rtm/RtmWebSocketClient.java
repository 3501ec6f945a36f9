package io.github.crispspring.rtm;

import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

/**
 * Creates the WebSocket client from the HTTP client of the application.
 */
final class RtmWebSocketClient {

	private RtmWebSocketClient() {
	}

	/**
	 * Create a client that follows no redirect, whatever the HTTP client does: a redirect
	 * would give the credentials to any server it names.
	 * @param httpClient the HTTP client, with its proxy and connector settings
	 * @param maxFrameSize the largest size of a frame
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
