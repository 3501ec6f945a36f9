package io.github.crispspring.rtm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * TCP proxy that can drop all traffic without closing the connections.
 */
final class TcpProxy implements AutoCloseable {

	/**
	 * Connections that the client closed.
	 */
	final BlockingQueue<Socket> closedByClient = new LinkedBlockingQueue<>();

	private final ServerSocket listening;

	private final int target;

	private volatile boolean droppingTraffic;

	TcpProxy(int target) {
		this.target = target;
		try {
			this.listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		run(this::accept);
	}

	URI url() {
		return URI.create("ws://localhost:" + this.listening.getLocalPort() + "/p/68/");
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
			Socket server = new Socket("localhost", this.target);
			run(() -> {
				pass(client.getInputStream(), server.getOutputStream());
				this.closedByClient.add(client);
				server.close();
			});
			run(() -> {
				pass(server.getInputStream(), client.getOutputStream());
				if (!this.droppingTraffic) {
					client.close();
				}
			});
		}
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
				// The proxy is closed
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

	private interface Task {

		void run() throws IOException;

	}

}
