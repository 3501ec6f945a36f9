package io.github.crispspring.sample.crisp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * RTM API of the embedded Crisp: a Socket.IO server that sends each authenticated client
 * the events to which it subscribed.
 */
final class RtmServer {

	private static final String PATH = "/p/68";

	private static final Duration TIME_TO_AUTHENTICATE = Duration.ofSeconds(10);

	private final Map<UUID, Set<String>> subscriptions = new ConcurrentHashMap<>();

	private final Credentials credentials;

	private final Scheduler timer;

	private final Consumer<DeliveryReport> reports;

	private final Server server = new Server();

	RtmServer(Credentials credentials, Scheduler timer, Consumer<DeliveryReport> reports) {
		this.credentials = credentials;
		this.timer = timer;
		this.reports = reports;
		this.server.addConnectListener(this::connected);
		this.server.addDisconnectListener(this::disconnected);
		this.server.addEventListener("authentication", Object.class,
				(client, payload, ack) -> authenticate(client, payload));
		// Nothing to do, because only one website exists
		this.server.addEventListener("socket:bind", Object.class, (client, payload, ack) -> {
		});
		this.server.start();
	}

	URI url() {
		// The URL that Crisp returns ends with a slash
		return URI.create("ws://localhost:" + this.server.boundPort() + PATH + "/");
	}

	void emit(PlatformEvent event) {
		synchronized (this.subscriptions) {
			if (this.subscriptions.isEmpty()) {
				this.reports.accept(new DeliveryReport.RtmMissed(event.name(), event.sessionId()));
				return;
			}
			for (SocketIOClient client : this.server.getAllClients()) {
				if (this.subscriptions.getOrDefault(client.getSessionId(), Set.of()).contains(event.name())) {
					client.sendEvent(event.name(), toMap(event));
				}
			}
		}
	}

	/**
	 * Convert the payload to a type that the JSON library of the Socket.IO server
	 * supports.
	 * @param event the event
	 * @return the payload
	 */
	private static Map<String, Object> toMap(PlatformEvent event) {
		return JsonMapper.shared().convertValue(event.data(), new TypeReference<Map<String, Object>>() {
		});
	}

	boolean isConnected() {
		return !this.subscriptions.isEmpty();
	}

	/**
	 * Close the sockets without a closing handshake.
	 */
	void cut() {
		this.server.cut();
	}

	void close() {
		this.server.close();
	}

	private void disconnected(SocketIOClient client) {
		if (this.subscriptions.remove(client.getSessionId()) != null) {
			this.reports.accept(new DeliveryReport.RtmDisconnected());
		}
	}

	private void connected(SocketIOClient client) {
		this.timer.schedule(() -> {
			if (!this.subscriptions.containsKey(client.getSessionId())) {
				client.disconnect();
			}
		}, TIME_TO_AUTHENTICATE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void authenticate(SocketIOClient client, @Nullable Object payload) {
		if (payload instanceof Map<?, ?> given && this.credentials.matches(String.valueOf(given.get("username")),
				String.valueOf(given.get("password")), (given.get("tier") instanceof String tier) ? tier : null)) {
			// With the lock of emit(), so that no event is sent before this response and
			// none is missed after it
			synchronized (this.subscriptions) {
				this.subscriptions.put(client.getSessionId(), names(given.get("events")));
				client.sendEvent("authenticated", true);
			}
			this.reports.accept(new DeliveryReport.RtmConnected());
		}
		else {
			client.sendEvent("unauthorized");
			client.disconnect();
		}
	}

	private static Set<String> names(@Nullable Object events) {
		return (events instanceof Collection<?> names) ? names.stream().map(String::valueOf).collect(Collectors.toSet())
				: Set.of();
	}

	/**
	 * Socket.IO server on a port that the operating system chooses.
	 */
	private static final class Server extends SocketIOServer {

		private final CompletableFuture<Integer> port = new CompletableFuture<>();

		private final CompletableFuture<ServerBootstrap> bootstrap = new CompletableFuture<>();

		private final Set<Channel> sockets = ConcurrentHashMap.newKeySet();

		Server() {
			super(configuration());
		}

		private static Configuration configuration() {
			SocketConfig socket = new SocketConfig();
			socket.setReuseAddress(true);
			socket.setTcpNoDelay(true);
			Configuration configuration = new Configuration();
			configuration.setHostname(InetAddress.getLoopbackAddress().getHostAddress());
			configuration.setPort(0);
			configuration.setContext(PATH);
			configuration.setTransports(Transport.WEBSOCKET);
			configuration.setSocketConfig(socket);
			configuration.setBossThreads(1);
			configuration.setWorkerThreads(1);
			return configuration;
		}

		@Override
		protected void applyConnectionOptions(ServerBootstrap bootstrap) {
			super.applyConnectionOptions(bootstrap);
			this.bootstrap.complete(bootstrap);
			bootstrap.handler(new ChannelInboundHandlerAdapter() {

				@Override
				public void channelActive(ChannelHandlerContext context) {
					InetSocketAddress address = (InetSocketAddress) context.channel().localAddress();
					Server.this.port.complete(address.getPort());
					context.fireChannelActive();
				}

				@Override
				public void channelRead(ChannelHandlerContext context, Object accepted) {
					Channel socket = (Channel) accepted;
					Server.this.sockets.add(socket);
					socket.closeFuture().addListener((closed) -> Server.this.sockets.remove(socket));
					context.fireChannelRead(accepted);
				}

			});
		}

		void cut() {
			this.sockets.forEach(Channel::close);
		}

		int boundPort() {
			return this.port.orTimeout(5, TimeUnit.SECONDS).join();
		}

		void close() {
			ServerBootstrap bound = this.bootstrap.join();
			// Otherwise, stop() waits two seconds for each group
			shutDown(bound.config().group());
			shutDown(bound.config().childGroup());
			stop();
		}

		private static void shutDown(EventLoopGroup group) {
			group.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
		}

	}

}
