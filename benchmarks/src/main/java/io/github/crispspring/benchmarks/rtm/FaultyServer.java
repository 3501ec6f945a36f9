package io.github.crispspring.benchmarks.rtm;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.ChannelOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Server for discovery and Socket.IO with random faults in both.
 */
final class FaultyServer {

	private final Random random;

	private final EventLedger ledger;

	private final Map<Fault, Integer> endings = new EnumMap<>(Fault.class);

	private final AtomicInteger wrongTimeouts = new AtomicInteger();

	private final AtomicInteger rejections = new AtomicInteger();

	private final DisposableServer server;

	private volatile boolean stopFaults;

	FaultyServer(EventLedger ledger, Random random) {
		this.ledger = ledger;
		this.random = random;
		this.server = HttpServer.create()
			.host("localhost")
			.port(0)
			.childOption(ChannelOption.SO_LINGER, 0)
			.route((routes) -> routes.get("/v1/plugin/connect/endpoints", this::discover).get("/p/", this::connect))
			.bindNow();
	}

	int port() {
		return this.server.port();
	}

	/**
	 * Stop faults and events.
	 */
	void stopFaults() {
		this.stopFaults = true;
	}

	boolean isFaultless() {
		return this.stopFaults;
	}

	private Publisher<Void> discover(HttpServerRequest request, HttpServerResponse response) {
		return switch (this.stopFaults ? 99 : chance(20)) {
			case 0 -> reject(response.status(500));
			case 1 -> reject(response.status(429).header("Retry-After", "1"));
			case 2 -> reject(response.sendString(Mono.just("<html>")).then(), response);
			default -> response.header("Content-Type", "application/json")
				.sendString(Mono.just(
						"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"ws://localhost:%d/p/\"}}}"
							.formatted(port())));
		};
	}

	private Publisher<Void> connect(HttpServerRequest request, HttpServerResponse response) {
		return switch (this.stopFaults ? 99 : chance(20)) {
			case 0 -> reject(response.status(503).header("Retry-After", "1"));
			case 1 -> reject(Mono.never(), response);
			default -> response.sendWebsocket(new FaultySession(this, this.ledger, fault(), lifetime())::serve);
		};
	}

	private Publisher<Void> reject(HttpServerResponse response) {
		return reject(response.send(), response);
	}

	private Publisher<Void> reject(Publisher<Void> body, HttpServerResponse response) {
		this.rejections.incrementAndGet();
		// Close a connection that does not receive a response
		return Mono.from(body)
			.timeout(Duration.ofSeconds(30), Mono.fromRunnable(() -> response.withConnection((it) -> it.dispose())));
	}

	/**
	 * Choose a fault. Those that take ten seconds to detect are less frequent.
	 */
	private Fault fault() {
		boolean slow = chance(20) == 0;
		int first = slow ? 0 : Fault.TCP_RESET.ordinal();
		int last = slow ? Fault.TCP_RESET.ordinal() : Fault.values().length;
		return Fault.values()[first + chance(last - first)];
	}

	private Duration lifetime() {
		return Duration.ofMillis(chance(5000));
	}

	int chance(int bound) {
		synchronized (this.random) {
			return this.random.nextInt(bound);
		}
	}

	void ended(Fault fault) {
		synchronized (this.endings) {
			this.endings.merge(fault, 1, Integer::sum);
		}
	}

	void wrongTimeouts() {
		this.wrongTimeouts.incrementAndGet();
	}

	boolean isCorrect() {
		return this.wrongTimeouts.get() == 0;
	}

	void close() {
		this.server.disposeNow(Duration.ofSeconds(10));
	}

	@Override
	public String toString() {
		synchronized (this.endings) {
			return "connections by fault %s, rejected %d, wrong timeouts %d".formatted(this.endings,
					this.rejections.get(), this.wrongTimeouts.get());
		}
	}

}
