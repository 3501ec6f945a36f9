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
 * A server that says where to connect, and speaks Socket.IO there, but misbehaves at
 * random in both.
 */
final class RudeServer {

	private final Random random;

	private final Ledger ledger;

	private final Map<Manners, Integer> endings = new EnumMap<>(Manners.class);

	private final AtomicInteger takenForDead = new AtomicInteger();

	private final AtomicInteger refusals = new AtomicInteger();

	private final DisposableServer server;

	private volatile boolean calm;

	RudeServer(Ledger ledger, Random random) {
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
	 * Misbehave no more, and send no more events.
	 */
	void calm() {
		this.calm = true;
	}

	boolean isCalm() {
		return this.calm;
	}

	private Publisher<Void> discover(HttpServerRequest request, HttpServerResponse response) {
		return switch (this.calm ? 99 : chance(20)) {
			case 0 -> refuse(response.status(500));
			case 1 -> refuse(response.status(429).header("Retry-After", "1"));
			case 2 -> refuse(response.sendString(Mono.just("<html>")).then(), response);
			default -> response.header("Content-Type", "application/json")
				.sendString(Mono.just(
						"{\"error\":false,\"reason\":\"resolved\",\"data\":{\"socket\":{\"app\":\"ws://localhost:%d/p/\"}}}"
							.formatted(port())));
		};
	}

	private Publisher<Void> connect(HttpServerRequest request, HttpServerResponse response) {
		return switch (this.calm ? 99 : chance(20)) {
			case 0 -> refuse(response.status(503).header("Retry-After", "1"));
			case 1 -> refuse(Mono.never(), response);
			default -> response.sendWebsocket(new RudeSession(this, this.ledger, manners(), lifetime())::serve);
		};
	}

	private Publisher<Void> refuse(HttpServerResponse response) {
		return refuse(response.send(), response);
	}

	private Publisher<Void> refuse(Publisher<Void> answer, HttpServerResponse response) {
		this.refusals.incrementAndGet();
		// What is never answered is cut in the end
		return Mono.from(answer)
			.timeout(Duration.ofSeconds(30), Mono.fromRunnable(() -> response.withConnection((it) -> it.dispose())));
	}

	/**
	 * What costs ten seconds is chosen less often.
	 */
	private Manners manners() {
		boolean slow = chance(20) == 0;
		int first = slow ? 0 : Manners.RESETS.ordinal();
		int last = slow ? Manners.RESETS.ordinal() : Manners.values().length;
		return Manners.values()[first + chance(last - first)];
	}

	private Duration lifetime() {
		return Duration.ofMillis(chance(5000));
	}

	int chance(int bound) {
		synchronized (this.random) {
			return this.random.nextInt(bound);
		}
	}

	void ended(Manners manners) {
		synchronized (this.endings) {
			this.endings.merge(manners, 1, Integer::sum);
		}
	}

	void takenForDead() {
		this.takenForDead.incrementAndGet();
	}

	boolean isRight() {
		return this.takenForDead.get() == 0;
	}

	void close() {
		this.server.disposeNow(Duration.ofSeconds(10));
	}

	@Override
	public String toString() {
		synchronized (this.endings) {
			return "connections by how they ended %s, refused %d, wrongly taken for dead %d".formatted(this.endings,
					this.refusals.get(), this.takenForDead.get());
		}
	}

}
