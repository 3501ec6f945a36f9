package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for replies to webhooks that several instances receive, some of which are killed
 * or restarted.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class OneReplyTests {

	private static final int KILLS = 2;

	private static final Duration CLOCK_OFFSET = Duration.ofSeconds(90);

	/**
	 * Maximum time from a reply to the record of it, on a machine with high load.
	 */
	private static final Duration RECORDING = Duration.ofSeconds(5);

	@ParameterizedTest
	@EnumSource
	void everyMessageGetsOneReplyUnlessAnInstanceIsKilledBeforeTheReplyIsRecorded(Engine engine) throws Exception {
		assertOneReply(engine, KILLS, Duration.ZERO, Duration.ZERO);
	}

	@ParameterizedTest
	@EnumSource
	void clocksOfInstancesMayDiffer(Engine engine) throws Exception {
		assertOneReply(engine, 1, CLOCK_OFFSET, CLOCK_OFFSET.negated());
	}

	private static void assertOneReply(Engine engine, int kills, Duration... clockOffsets) throws Exception {
		long seed = Long.getLong("replicas.seed", System.nanoTime());
		System.out.println("Repeat with -Dreplicas.seed=" + seed);
		Random random = new Random(seed);
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		try (Replies replies = new Replies();
				Cluster cluster = new Cluster(engine, replies, "crisp.webhook.secrets=" + HookSender.SECRET,
						"crisp.webhook.acknowledge-timeout=30s", "crisp.replicas.event-lease=8s")) {
			Stream.of(clockOffsets).forEach(cluster::start);
			cluster.awaitStarted();
			HookSender sender = new HookSender(new Random(random.nextLong()), cluster);
			AtomicLong sent = new AtomicLong();
			load.scheduleAtFixedRate(() -> sender.send(sent.incrementAndGet()), 0, 40, TimeUnit.MILLISECONDS);
			for (int i = 0; i < kills; i++) {
				int moment = sender.acknowledged() + 20 + random.nextInt(100);
				await().until(() -> sender.acknowledged() >= moment);
				cluster.replace(cluster.any(random));
			}
			cluster.restart(cluster.any(random));
			load.shutdown();
			assertThat(load.awaitTermination(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
			sender.await();
			Map<Long, List<Replies.Reply>> repliesByMessage = replies.byMessage();
			assertThat(LongStream.rangeClosed(1, sent.get()).filter((number) -> !repliesByMessage.containsKey(number)))
				.as(() -> "Messages without a reply: " + cluster.logs())
				.isEmpty();
			List<List<Replies.Reply>> twice = repliesByMessage.values()
				.stream()
				.filter((each) -> each.size() > 1)
				.toList();
			assertThat(twice).allMatch((each) -> isKilledBeforeRecord(each, cluster));
			System.out.printf("%s: clocks moved by %s, %d messages, %d kills, with two replies: %d%n", engine,
					List.of(clockOffsets), sent.get(), kills, twice.size());
		}
		finally {
			load.shutdownNow();
		}
	}

	/**
	 * Return whether every reply but the last was sent by an instance shortly before it
	 * was killed, and before the next reply was sent.
	 */
	private static boolean isKilledBeforeRecord(List<Replies.Reply> replies, Cluster cluster) {
		return IntStream.range(1, replies.size()).allMatch((i) -> {
			Instant killed = cluster.killed(replies.get(i - 1).replica());
			return killed != null && killed.isBefore(replies.get(i).time())
					&& killed.isBefore(replies.get(i - 1).time().plus(RECORDING));
		});
	}

}
