package io.github.crispspring.rtm;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import io.github.crispspring.testsupport.WaitLimit;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

/**
 * Socket.IO server that behaves like Crisp's: it sends no events until a client
 * authenticates.
 */
public final class TestRtmServer implements AutoCloseable {

	private static final String PATH = "/p/68";

	final BlockingQueue<Map<String, Object>> authentications = new LinkedBlockingQueue<>();

	final BlockingQueue<SocketIOClient> disconnected = new LinkedBlockingQueue<>();

	private final Server server;

	public TestRtmServer(Map<String, Object> credentials) {
		this(credentials, 0, 25000, 60000);
	}

	TestRtmServer(Map<String, Object> credentials, int port, int pingInterval, int pingTimeout) {
		this.server = new Server(port, pingInterval, pingTimeout);
		this.server.addEventListener("authentication", Map.class, (client, payload, ack) -> {
			@SuppressWarnings("unchecked")
			Map<String, Object> given = payload;
			this.authentications.add(given);
			boolean known = credentials.entrySet()
				.stream()
				.allMatch((entry) -> entry.getValue().equals(given.get(entry.getKey())));
			client.sendEvent(known ? "authenticated" : "unauthorized", known);
		});
		this.server.addDisconnectListener(this.disconnected::add);
		this.server.start();
	}

	public URI url() {
		return URI.create("ws://localhost:" + port() + PATH + "/");
	}

	int port() {
		return this.server.port.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
	}

	public Map<String, Object> awaitAuthentication() throws InterruptedException {
		return this.authentications.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
	}

	public void emit(String name, Object payload) {
		this.server.getBroadcastOperations().sendEvent(name, payload);
	}

	/**
	 * Emit many events. Some of them require an acknowledgement that is awaited, so that
	 * the events do not accumulate in this server.
	 */
	void emitAll(int count, int window, String name, IntFunction<Map<String, Object>> payload) {
		CompletableFuture<List<Object>> acknowledged = CompletableFuture.completedFuture(List.of());
		for (int i = 0; i < count; i++) {
			if (i % window == 0) {
				acknowledged.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();
				acknowledged = emitForAck(name, payload.apply(i));
			}
			else {
				emit(name, payload.apply(i));
			}
		}
	}

	CompletableFuture<List<Object>> emitForAck(String name, Object payload) {
		CompletableFuture<List<Object>> acknowledged = new CompletableFuture<>();
		this.server.getAllClients().iterator().next().sendEvent(name, new AckCallback<Object>(Object.class) {

			@Override
			public void onSuccess(Object result) {
				acknowledged.complete(java.util.Collections.singletonList(result));
			}

		}, payload);
		return acknowledged;
	}

	public void disconnectAll() {
		this.server.getAllClients().forEach(SocketIOClient::disconnect);
	}

	@Override
	public void close() {
		this.server.close();
	}

	private static final class Server extends SocketIOServer {

		final CompletableFuture<Integer> port = new CompletableFuture<>();

		private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

		private volatile ServerBootstrap bootstrap;

		Server(int port, int pingInterval, int pingTimeout) {
			super(configuration(port, pingInterval, pingTimeout));
		}

		private static Configuration configuration(int port, int pingInterval, int pingTimeout) {
			Configuration configuration = new Configuration();
			configuration.setHostname("localhost");
			configuration.setPort(port);
			configuration.setContext(PATH);
			configuration.setTransports(Transport.WEBSOCKET);
			configuration.setBossThreads(1);
			configuration.setWorkerThreads(1);
			configuration.setPingInterval(pingInterval);
			configuration.setPingTimeout(pingTimeout);
			configuration.getSocketConfig().setReuseAddress(true);
			return configuration;
		}

		@Override
		protected void applyConnectionOptions(ServerBootstrap bootstrap) {
			super.applyConnectionOptions(bootstrap);
			this.bootstrap = bootstrap;
			bootstrap.handler(new ChannelInboundHandlerAdapter() {

				@Override
				public void channelActive(ChannelHandlerContext context) {
					Server.this.port.complete(((InetSocketAddress) context.channel().localAddress()).getPort());
					context.fireChannelActive();
				}

				@Override
				public void channelRead(ChannelHandlerContext context, Object connection) {
					Server.this.connections.add((Channel) connection);
					context.fireChannelRead(connection);
				}

			});
		}

		/**
		 * Stop without the delay of the server's own method. The connections are closed
		 * explicitly, as threads that end without delay may leave one open.
		 */
		void close() {
			this.bootstrap.config().group().shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly();
			this.connections.close().awaitUninterruptibly();
			this.bootstrap.config()
				.childGroup()
				.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS)
				.awaitUninterruptibly();
			stop();
		}

	}

}
