package io.github.crispspring.rtm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * TCP or HTTP proxy that can drop all traffic without closing the connections.
 */
public final class TcpProxy implements AutoCloseable {

	/**
	 * Connections that the client closed.
	 */
	final BlockingQueue<Socket> closedByClient = new LinkedBlockingQueue<>();

	private final Queue<String> tunnels = new ConcurrentLinkedQueue<>();

	private final ServerSocket listening;

	private final Connector connector;

	private volatile boolean droppingTraffic;

	/**
	 * Create a proxy of a server.
	 * @param target the port of the server
	 */
	TcpProxy(int target) {
		this((client, proxy) -> new Socket("localhost", target));
	}

	private TcpProxy(Connector connector) {
		this.connector = connector;
		try {
			this.listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	/**
	 * Create an HTTP proxy, which connects to the server that the client requests.
	 */
	public static TcpProxy http() {
		return new TcpProxy(TcpProxy::tunnel);
	}

	private static Socket tunnel(Socket client, TcpProxy proxy) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int read = client.getInputStream().read();
			if (read < 0) {
				throw new IOException("The client closed the connection");
			}
			head.append((char) read);
		}
		String target = head.toString().split(" ")[1];
		proxy.tunnels.add(target);
		String[] hostAndPort = target.split(":");
		Socket server = new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1]));
		client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		return server;
	}

	URI url() {
		return URI.create("ws://localhost:" + port() + "/p/68/");
	}

	public int port() {
		return this.listening.getLocalPort();
	}

	/**
	 * Return the servers that clients requested from an HTTP proxy, with their ports.
	 */
	public Queue<String> tunnels() {
		return this.tunnels;
	}

	/**
	 * Set whether the traffic in both directions is dropped.
	 */
	void dropTraffic(boolean droppingTraffic) {
		this.droppingTraffic = droppingTraffic;
	}

	private void accept() throws IOException {
		while (!this.listening.isClosed()) {
			Socket client = this.listening.accept();
			run(() -> connect(client));
		}
	}

	private void connect(Socket client) throws IOException {
		Socket server = this.connector.connect(client, this);
		run(() -> {
			pass(server.getInputStream(), client.getOutputStream());
			if (!this.droppingTraffic) {
				client.close();
			}
		});
		pass(client.getInputStream(), server.getOutputStream());
		this.closedByClient.add(client);
		server.close();
	}

	private void pass(InputStream in, OutputStream out) {
		byte[] buffer = new byte[8192];
		try {
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				if (!this.droppingTraffic) {
					out.write(buffer, 0, length);
				}
			}
		}
		catch (IOException ex) {
			// The connection is closed
		}
	}

	private void run(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// The proxy or the connection is closed
			}
		}, "tcp-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.listening.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Connector {

		Socket connect(Socket client, TcpProxy proxy) throws IOException;

	}

	private interface Task {

		void run() throws IOException;

	}

}
