package io.github.crispspring.sample.crisp;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Socket.IO client on the WebSocket of the JDK.
 */
final class SocketIoClient implements WebSocket.Listener {

	private final List<String> packets = new CopyOnWriteArrayList<>();

	private final StringBuilder frame = new StringBuilder();

	private volatile boolean ended;

	private final WebSocket socket;

	SocketIoClient(URI rtmUrl) {
		this.socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(rtmUrl.resolve("?EIO=4&transport=websocket"), this)
			.join();
		send("40");
	}

	void authenticate(EmbeddedCrisp crisp, String key, String events) {
		send("""
				42["authentication",{"username":"%s","password":"%s","tier":"plugin","events":%s}]"""
			.formatted(crisp.identifier(), key, events));
	}

	void send(String packet) {
		this.socket.sendText(packet, true).join();
	}

	List<String> packets() {
		return this.packets;
	}

	boolean hasEnded() {
		return this.ended;
	}

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
		this.frame.append(data);
		if (last) {
			this.packets.add(this.frame.toString());
			this.frame.setLength(0);
		}
		socket.request(1);
		return null;
	}

	@Override
	public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
		this.ended = true;
		return null;
	}

	@Override
	public void onError(WebSocket socket, Throwable error) {
		this.ended = true;
	}

	void close() {
		this.socket.abort();
	}

}
