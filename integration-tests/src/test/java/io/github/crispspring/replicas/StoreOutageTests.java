package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for webhooks that several instances receive while the store does not respond.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class StoreOutageTests {

	private static final Duration LEASE = Duration.ofSeconds(4);

	private static final String REJECTED = "503 {\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"Duplicates cannot be detected at present. Retry later.\"}";

	@ParameterizedTest
	@EnumSource
	void everyAcknowledgedMessageIsHandledAlthoughStoreStandsStillAndIsKilled(Engine engine) throws Exception {
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		StoreServer store = engine.server();
		List<Outage> outages = new ArrayList<>();
		try (Replies replies = new Replies();
				Cluster cluster = new Cluster(engine, replies, "crisp.webhook.secrets=" + HookSender.SECRET,
						"crisp.webhook.acknowledge-timeout=20s",
						"crisp.replicas.event-lease=" + LEASE.toSeconds() + "s")) {
			cluster.start();
			cluster.start();
			cluster.awaitStarted();
			HookSender sender = new HookSender(new Random(), cluster);
			AtomicLong sent = new AtomicLong();
			load.scheduleAtFixedRate(() -> sender.send(sent.incrementAndGet()), 0, 40, TimeUnit.MILLISECONDS);

			awaitAcknowledged(sender, 50);
			Instant suspended = Instant.now();
			store.suspend();
			await().until(() -> rejected(sender) > 0 && Instant.now().isAfter(suspended.plus(LEASE.multipliedBy(2))));
			store.resume();
			outages.add(new Outage(suspended, Instant.now()));

			awaitAcknowledged(sender, 50);
			Instant killed = Instant.now();
			int rejectedBefore = rejected(sender);
			store.kill();
			await().until(() -> rejected(sender) > rejectedBefore);
			store.start();
			outages.add(new Outage(killed, Instant.now()));

			awaitAcknowledged(sender, 50);
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
			assertThat(twice).as(cluster::logs)
				.allMatch((each) -> outages.stream().anyMatch((outage) -> outage.overlaps(each)));
			assertThat(sender.responses().keySet()).noneMatch((response) -> response.startsWith("202"));
			System.out.printf("%s: %d messages, store suspended and killed, with two replies: %d, responses: %s%n",
					engine, sent.get(), twice.size(), sender.responses());
		}
		finally {
			load.shutdownNow();
		}
	}

	private static void awaitAcknowledged(HookSender sender, int further) {
		int count = sender.acknowledged() + further;
		await().until(() -> sender.acknowledged() >= count);
	}

	private static int rejected(HookSender sender) {
		return sender.responses().containsKey(REJECTED) ? sender.responses().get(REJECTED).get() : 0;
	}

	private record Outage(Instant from, Instant to) {

		/**
		 * Return whether the event was being handled when the store did not respond.
		 */
		boolean overlaps(List<Replies.Reply> replies) {
			Instant first = replies.get(0).time();
			return first.isAfter(this.from.minus(LEASE)) && first.isBefore(this.to.plus(LEASE));
		}

	}

}
