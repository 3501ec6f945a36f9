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
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Web hooks that come to any of several instances, which are killed meanwhile.
 */
class OneAnswerTests {

	private static final int KILLS = 2;

	/**
	 * How long its record may come after an answer, on a machine that has much to do.
	 */
	private static final Duration RECORDING = Duration.ofSeconds(1);

	@ParameterizedTest
	@EnumSource
	void eachMessageIsAnsweredAndTwiceOnlyWhereAKillFellBetweenAnswerAndRecord(Engine engine) {
		long seed = Long.getLong("replicas.seed", System.nanoTime());
		System.out.println("Again with -Dreplicas.seed=" + seed);
		Random random = new Random(seed);
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		try (Replies replies = new Replies();
				Cluster cluster = new Cluster(engine, replies, "crisp.webhook.secrets=" + HookSender.SECRET,
						"crisp.webhook.acknowledge-timeout=30s", "crisp.replicas.event-lease=2s",
						"crisp.replicas.shared-duplicates=" + System.getProperty("replicas.shared", "true"))) {
			cluster.start();
			cluster.start();
			cluster.awaitStarted();
			HookSender sender = new HookSender(new Random(random.nextLong()), cluster);
			AtomicLong sent = new AtomicLong();
			load.scheduleAtFixedRate(() -> sender.send(sent.incrementAndGet()), 0, 10, TimeUnit.MILLISECONDS);
			for (int i = 0; i < KILLS; i++) {
				int moment = sender.acknowledged() + 50 + random.nextInt(200);
				await().atMost(Duration.ofSeconds(30)).until(() -> sender.acknowledged() >= moment);
				cluster.replace(cluster.any(random));
			}
			load.shutdown();
			sender.await();
			Map<Long, List<Replies.Reply>> answers = replies.byMessage();
			assertThat(answers.keySet())
				.containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, sent.get()).boxed().toList());
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
	 * Each answer but the last was the last act of an instance.
	 */
	private static boolean fellBetweenAnswerAndRecord(List<Replies.Reply> answers, Cluster cluster) {
		return answers.subList(0, answers.size() - 1).stream().allMatch((answer) -> {
			Instant killed = cluster.killed(answer.replica());
			return killed != null && answer.time().isAfter(killed.minus(RECORDING));
		});
	}

}
