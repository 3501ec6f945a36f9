package io.github.crispspring.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketConfig;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;

/**
 * Socket.IO server on a port that the system chooses, whose sockets can be cut.
 */
final class SocketIoServer extends SocketIOServer {

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private final CompletableFuture<ServerBootstrap> bootstrap = new CompletableFuture<>();

	private final Set<Channel> sockets = ConcurrentHashMap.newKeySet();

	SocketIoServer(String path) {
		super(configuration(path));
	}

	private static Configuration configuration(String path) {
		SocketConfig socket = new SocketConfig();
		socket.setReuseAddress(true);
		socket.setTcpNoDelay(true);
		Configuration configuration = new Configuration();
		configuration.setHostname(InetAddress.getLoopbackAddress().getHostAddress());
		configuration.setPort(0);
		configuration.setContext(path);
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
				SocketIoServer.this.port.complete(address.getPort());
				context.fireChannelActive();
			}

			@Override
			public void channelRead(ChannelHandlerContext context, Object accepted) {
				Channel socket = (Channel) accepted;
				SocketIoServer.this.sockets.add(socket);
				socket.closeFuture().addListener((closed) -> SocketIoServer.this.sockets.remove(socket));
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
		// By default, each group would wait for two seconds without a task
		shutDown(bound.config().group());
		shutDown(bound.config().childGroup());
		stop();
	}

	private static void shutDown(EventLoopGroup group) {
		group.shutdownGracefully(0, 500, TimeUnit.MILLISECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
	}

}
