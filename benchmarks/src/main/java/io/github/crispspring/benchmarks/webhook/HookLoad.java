package io.github.crispspring.benchmarks.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.benchmarks.ChildProcess;

/**
 * Sends signed hooks as fast as they are answered, to the web hook and to an empty
 * controller in the same application, on Tomcat and on Netty.
 */
public final class HookLoad {

	private static final int CONCURRENCY = 32;

	private static final int MOST = 2_000_000;

	private static final Duration WARM_UP = Duration.ofSeconds(8);

	private static final Duration MEASURED = Duration.ofSeconds(10);

	private static final int ROUNDS = 2;

	private static final AtomicInteger numbers = new AtomicInteger();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private HookLoad() {
	}

	public static void main(String[] args) throws InterruptedException {
		System.out.println("| Server | Target | Requests/s | p50 | p99 | Not answered 200 |");
		System.out.println("|---|---|---|---|---|---|");
		new HookLoad().run("Tomcat", "servlet");
		new HookLoad().run("Netty", "reactive");
		System.exit(0);
	}

	private void run(String server, String type) throws InterruptedException {
		int port = ChildProcess.freePort();
		ChildProcess application = ChildProcess.start(LoadApplication.class, port,
				"--spring.main.web-application-type=" + type, "--spring.main.banner-mode=off",
				"--logging.level.root=warn", "--crisp.webhook.secrets=" + Hook.SECRET);
		try {
			URI empty = URI.create("http://127.0.0.1:" + port + "/empty");
			URI webhook = URI.create("http://127.0.0.1:" + port + "/crisp/webhook");
			send(empty, WARM_UP);
			send(webhook, WARM_UP);
			for (int i = 0; i < ROUNDS; i++) {
				System.out.printf("| %s | empty controller | %s%n", server, send(empty, MEASURED));
				System.out.printf("| %s | web hook | %s%n", server, send(webhook, MEASURED));
			}
		}
		finally {
			application.close();
		}
	}

	private String send(URI uri, Duration time) throws InterruptedException {
		long[] nanos = new long[MOST];
		AtomicInteger answered = new AtomicInteger();
		AtomicInteger wrong = new AtomicInteger();
		long begin = System.nanoTime();
		CountDownLatch senders = new CountDownLatch(CONCURRENCY);
		for (int i = 0; i < CONCURRENCY; i++) {
			sendOneAfterTheOther(uri, begin + time.toNanos(), nanos, answered, wrong, senders);
		}
		senders.await();
		double seconds = (System.nanoTime() - begin) / 1e9;
		int count = Math.min(answered.get(), MOST);
		long[] sorted = Arrays.copyOf(nanos, count);
		Arrays.sort(sorted);
		return "%,.0f | %.1f ms | %.1f ms | %d |".formatted(count / seconds, sorted[count / 2] / 1e6,
				sorted[(int) (count * 0.99)] / 1e6, wrong.get());
	}

	private void sendOneAfterTheOther(URI uri, long end, long[] nanos, AtomicInteger answered, AtomicInteger wrong,
			CountDownLatch senders) {
		long begin = System.nanoTime();
		if (begin >= end) {
			senders.countDown();
			return;
		}
		this.http.sendAsync(new Hook(numbers.getAndIncrement()).request(uri), BodyHandlers.discarding())
			.handle((response, ex) -> isOk(response))
			.thenAccept((ok) -> {
				int index = answered.getAndIncrement();
				if (index < MOST) {
					nanos[index] = System.nanoTime() - begin;
				}
				if (!ok) {
					wrong.incrementAndGet();
				}
				sendOneAfterTheOther(uri, end, nanos, answered, wrong, senders);
			});
	}

	private static boolean isOk(HttpResponse<?> response) {
		return response != null && response.statusCode() == 200;
	}

}
