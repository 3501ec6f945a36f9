package io.github.crispspring.rtm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.WaitLimit;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP server that accepts requests and never responds.
 */
final class UnresponsiveServer implements AutoCloseable {

	private final CountDownLatch requested = new CountDownLatch(1);

	private final DisposableServer server = HttpServer.create()
		.host("localhost")
		.port(0)
		.handle((request, response) -> {
			this.requested.countDown();
			return Mono.never();
		})
		.bindNow();

	String url() {
		return "http://localhost:" + this.server.port();
	}

	/**
	 * Wait until the first request arrives.
	 */
	void awaitRequest() throws InterruptedException {
		assertThat(this.requested.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("a request").isTrue();
	}

	@Override
	public void close() {
		this.server.disposeNow(WaitLimit.DURATION);
	}

}
