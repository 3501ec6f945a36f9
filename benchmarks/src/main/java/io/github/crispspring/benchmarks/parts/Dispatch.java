package io.github.crispspring.benchmarks.parts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.json.CrispJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.ObjectNode;

/**
 * Benchmark of the dispatch of events that were read to an empty listener, including
 * ordered queues and duplicate detection. The time is the sum for all events.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class Dispatch {

	private static final int MAX_PENDING = 5_000;

	/**
	 * Number of events.
	 */
	@Param({ "10000", "100000", "1000000" })
	private int events;

	/**
	 * Number of conversations.
	 */
	@Param({ "1000", "100000" })
	private int sessions;

	private final ObjectNode data = (ObjectNode) CrispJson.mapper().readTree("""
			{"type":"text","origin":"chat","content":"Hello Crisp!","timestamp":1632396148646,\
			"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","from":"user",\
			"user":{"nickname":"visitor607"},"stamped":true}""");

	private CrispEventDispatcher dispatcher;

	private CrispEvent[] read;

	/**
	 * Read the events.
	 */
	@Setup(Level.Trial)
	public void read() {
		CrispEventReader reader = new CrispEventReader();
		this.read = new CrispEvent[this.events];
		for (int i = 0; i < this.events; i++) {
			this.data.put("session_id", "session_" + i % this.sessions).put("fingerprint", i + 1);
			this.read[i] = reader.read("message:send", null, this.data);
		}
	}

	/**
	 * Create a dispatcher that has not received the events before.
	 */
	@Setup(Level.Iteration)
	public void start() {
		this.dispatcher = CrispEventDispatcher.builder((event) -> {
		}, new InMemoryCrispEventDeduplicator(100_000, Duration.ofHours(24), Clock.systemUTC())).concurrency(2).build();
		this.dispatcher.start();
	}

	/**
	 * Close the dispatcher.
	 */
	@TearDown(Level.Iteration)
	public void stop() {
		this.dispatcher.destroy();
	}

	/**
	 * Dispatch all events.
	 * @throws InterruptedException if the thread is interrupted
	 */
	@Benchmark
	public void dispatch() throws InterruptedException {
		CountDownLatch handled = new CountDownLatch(this.events);
		Semaphore permits = new Semaphore(MAX_PENDING);
		for (CrispEvent event : this.read) {
			permits.acquire();
			this.dispatcher.dispatch(event, delivery()).subscribe(null, (ex) -> {
			}, () -> {
				permits.release();
				handled.countDown();
			});
		}
		handled.await();
	}

	private CrispDelivery delivery() {
		return new CrispDelivery(CrispDelivery.Transport.RTM, null, null, Instant.now(), 1, null, this.data);
	}

}
