package io.github.crispspring.benchmarks.rtm;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.WebSocket;
import org.json.JSONObject;

/**
 * Receives events with Socket.IO's client for Java, without support for Crisp.
 */
public final class RtmSocketIo {

	static final String SUBJECT = "socket.io-client for Java";

	private RtmSocketIo() {
	}

	/**
	 * Receive all events.
	 * @param args the URL, the number of measured events, and the number of warm-up
	 * events
	 */
	public static void main(String[] args) throws Exception {
		EventCounter tally = new EventCounter(SUBJECT, args);
		URI url = URI.create(args[0]);
		IO.Options options = IO.Options.builder()
			.setPath(url.getPath())
			.setTransports(new String[] { WebSocket.NAME })
			.build();
		Socket socket = IO.socket(url.resolve("/"), options);
		socket.on(Socket.EVENT_CONNECT, (arguments) -> socket.emit("authentication", new JSONObject(Map.of("username",
				"identifier", "password", "key", "tier", "plugin", "events", List.of("message:send")))));
		socket.on("message:send", (arguments) -> {
			if (arguments[0] instanceof JSONObject) {
				tally.add();
			}
		});
		socket.connect();
		System.exit(tally.print() ? 0 : 1);
	}

}
