package io.github.crispspring.replicas;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import io.github.crispspring.testsupport.WaitLimit;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Server of Crisp's RTM API. It identifies an instance by its {@code crisp.rtm.rooms}.
 */
final class RtmServer implements AutoCloseable {

	private static final String PATH = "/p/68";

	private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

	private final Map<SocketIOClient, String> connected = new ConcurrentHashMap<>();

	private final AtomicInteger most = new AtomicInteger();

	private final Server server = new Server();

	private volatile Instant ended = Instant.MIN;

	RtmServer() {
		this.server.addEventListener("authentication", Map.class, (client, payload, ack) -> {
			String replica = String.valueOf(((List<?>) payload.get("rooms")).get(0));
			authenticate(client, replica);
			this.most.accumulateAndGet(this.connected.size(), Math::max);
			this.connections.add(new Connection(replica, Instant.now()));
		});
		this.server.addDisconnectListener((client) -> {
			this.connected.remove(client);
			this.ended = Instant.now();
		});
		this.server.start();
	}

	String url() {
		return "ws://localhost:" + this.server.port.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join() + PATH + "/";
	}

	/**
	 * Return the next connection.
	 */
	Connection await() {
		try {
			Connection connection = this.connections.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
			if (connection == null) {
				throw new AssertionError("No instance has connected");
			}
			return connection;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Return the time at which a connection last ended.
	 */
	Instant ended() {
		return this.ended;
	}

	/**
	 * Return the maximum number of simultaneous connections.
	 */
	int most() {
		return this.most.get();
	}

	/**
	 * Send a visitor message to all authenticated clients. A broadcast would also reach
	 * clients that have not authenticated yet.
	 */
	void message(long number) {
		message(number, 50);
	}

	/**
	 * Send a visitor message to all authenticated clients.
	 * @param number the unique number of the message
	 * @param conversations the number of conversations that messages belong to
	 */
	void message(long number, int conversations) {
		Map<String, Object> message = Map.of("website_id", "w", "session_id", "session_" + number % conversations,
				"type", "text", "from", "user", "origin", "chat", "content", "Hello", "fingerprint", number,
				"timestamp", 1632396148646L);
		sendEvent("message:send", message);
	}

	/**
	 * Send the change of a nickname to all authenticated clients. Unlike a message, it
	 * has no identity.
	 */
	void nickname(long number) {
		Map<String, Object> change = Map.of("website_id", "w", "session_id", "session_" + number % 50, "nickname",
				String.valueOf(number));
		sendEvent("session:set_nickname", change);
	}

	/**
	 * Authenticate a client. No message is sent before the client is known here, as it
	 * would neither reach the client nor be part of a gap.
	 */
	private synchronized void authenticate(SocketIOClient client, String replica) {
		client.sendEvent("authenticated", true);
		this.connected.put(client, replica);
	}

	private synchronized void sendEvent(String name, Map<String, Object> data) {
		this.connected.keySet().forEach((client) -> client.sendEvent(name, data));
	}

	@Override
	public void close() {
		this.server.stop();
	}

	/**
	 * Connection of an instance.
	 *
	 * @param replica the name of the instance
	 * @param time the time at which it was accepted
	 */
	record Connection(String replica, Instant time) {

	}

	private static final class Server extends SocketIOServer {

		final CompletableFuture<Integer> port = new CompletableFuture<>();

		Server() {
			super(configuration());
		}

		private static Configuration configuration() {
			Configuration configuration = new Configuration();
			configuration.setHostname("localhost");
			configuration.setPort(0);
			configuration.setContext(PATH);
			configuration.setTransports(Transport.WEBSOCKET);
			configuration.setBossThreads(1);
			configuration.setWorkerThreads(1);
			return configuration;
		}

		@Override
		protected void applyConnectionOptions(ServerBootstrap bootstrap) {
			super.applyConnectionOptions(bootstrap);
			bootstrap.handler(new ChannelInboundHandlerAdapter() {

				@Override
				public void channelActive(ChannelHandlerContext context) {
					Server.this.port.complete(((InetSocketAddress) context.channel().localAddress()).getPort());
					context.fireChannelActive();
				}

			});
		}

	}

}
