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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Web hooks that come to any of several instances, which are killed meanwhile.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class OneAnswerTests {

	private static final int KILLS = 2;

	/**
	 * How long after an answer its record may come, on a machine that has much to do.
	 */
	private static final Duration RECORDING = Duration.ofSeconds(5);

	@ParameterizedTest
	@EnumSource
	void eachMessageIsAnsweredAndTwiceOnlyWhereAKillFellBetweenAnswerAndRecord(Engine engine) {
		long seed = Long.getLong("replicas.seed", System.nanoTime());
		System.out.println("Again with -Dreplicas.seed=" + seed);
		Random random = new Random(seed);
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		try (Replies replies = new Replies();
				Cluster cluster = new Cluster(engine, replies, "crisp.webhook.secrets=" + HookSender.SECRET,
						"crisp.webhook.acknowledge-timeout=30s", "crisp.replicas.event-lease=8s",
						"crisp.replicas.shared-duplicates=" + System.getProperty("replicas.shared", "true"))) {
			cluster.start();
			cluster.start();
			cluster.awaitStarted();
			HookSender sender = new HookSender(new Random(random.nextLong()), cluster);
			AtomicLong sent = new AtomicLong();
			load.scheduleAtFixedRate(() -> sender.send(sent.incrementAndGet()), 0, 40, TimeUnit.MILLISECONDS);
			for (int i = 0; i < KILLS; i++) {
				int moment = sender.acknowledged() + 20 + random.nextInt(100);
				await().until(() -> sender.acknowledged() >= moment);
				cluster.replace(cluster.any(random));
			}
			load.shutdown();
			sender.await();
			Map<Long, List<Replies.Reply>> answers = replies.byMessage();
			assertThat(LongStream.rangeClosed(1, sent.get()).filter((number) -> !answers.containsKey(number)))
				.as(() -> "Not answered: " + cluster.logs())
				.isEmpty();
			List<List<Replies.Reply>> twice = answers.values().stream().filter((each) -> each.size() > 1).toList();
			assertThat(twice).allMatch((each) -> fellBetweenAnswerAndRecord(each, cluster));
			System.out.printf("%s: %d messages, %d kills, answered twice: %d%n", engine, sent.get(), KILLS,
					twice.size());
		}
		finally {
			load.shutdownNow();
		}
	}

	/**
	 * Each answer but the last was among the last acts of an instance that was dead when
	 * the next one came.
	 */
	private static boolean fellBetweenAnswerAndRecord(List<Replies.Reply> answers, Cluster cluster) {
		return IntStream.range(1, answers.size()).allMatch((i) -> {
			Instant killed = cluster.killed(answers.get(i - 1).replica());
			return killed != null && killed.isBefore(answers.get(i).time())
					&& killed.isBefore(answers.get(i - 1).time().plus(RECORDING));
		});
	}

}
