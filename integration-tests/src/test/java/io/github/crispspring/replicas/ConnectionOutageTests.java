package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the RTM connection of several instances while their store, or one of them,
 * stands still.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class ConnectionOutageTests {

	private static final Duration LEASE = Duration.ofSeconds(4);

	private static final Pattern GAP = Pattern.compile("Gap from (\\S+) to (\\S+)");

	private final Map<Long, Instant> sent = new ConcurrentHashMap<>();

	@ParameterizedTest
	@EnumSource
	void gapsContainAllMessagesThatWereMissedWhileStoreStoodStill(Engine engine) {
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		StoreServer store = engine.server();
		try (Replies replies = new Replies();
				RtmServer rtm = new RtmServer();
				Cluster cluster = cluster(engine, replies, rtm)) {
			cluster.start();
			cluster.start();
			cluster.awaitStarted();
			rtm.await();
			send(load, rtm);
			awaitReplies(replies, 100);

			Instant suspended = Instant.now();
			store.suspend();
			await().until(() -> Instant.now().isAfter(suspended.plus(LEASE.multipliedBy(3))));
			store.resume();
			rtm.await();
			awaitReplies(replies, replies.byMessage().size() + 100);
			load.shutdown();

			await().untilAsserted(() -> assertThat(missed(replies)).as("Messages that are missing in all gaps")
				.noneMatch((number) -> gaps(cluster).stream().noneMatch((gap) -> gap.contains(this.sent.get(number)))));
			assertThat(missed(replies)).isNotEmpty();
			System.out.printf("%s: store suspended for %d s, missed %d of %d messages, gaps: %s%n", engine,
					LEASE.multipliedBy(3).toSeconds(), missed(replies).size(), this.sent.size(), gaps(cluster));
		}
		finally {
			load.shutdownNow();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "MARIADB", "REDIS" })
	void leaderThatStoodStillHandlesNothingThatNextLeaderHandles(Engine engine) {
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		try (Replies replies = new Replies();
				RtmServer rtm = new RtmServer();
				Cluster cluster = cluster(engine, replies, rtm)) {
			cluster.start();
			cluster.start();
			cluster.awaitStarted();
			Replica first = cluster.named(rtm.await().replica()).replica();
			send(load, rtm);
			awaitReplies(replies, 100);

			first.suspend();
			rtm.await();
			awaitReplies(replies, replies.byMessage().size() + 200);
			first.resume();
			await().until(() -> first.log().contains("This instance no longer leads"));
			awaitReplies(replies, replies.byMessage().size() + 100);
			load.shutdown();

			assertThat(replies.byMessage().values()).as(cluster::logs).allMatch((each) -> each.size() == 1);
			System.out.printf("%s: leader suspended, %d of %d events handled, none twice%n", engine,
					replies.byMessage().size(), this.sent.size());
		}
		finally {
			load.shutdownNow();
		}
	}

	@ParameterizedTest
	@EnumSource
	void gapContainsAllMessagesThatWereMissedAfterCrashAlthoughClocksDiffer(Engine engine) {
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		try (Replies replies = new Replies();
				RtmServer rtm = new RtmServer();
				Cluster cluster = cluster(engine, replies, rtm)) {
			List<Duration> clockOffsets = clockOffsets(engine);
			Cluster.Member ahead = cluster.start(clockOffsets.get(0));
			assertThat(rtm.await().replica()).isEqualTo(ahead.name());
			cluster.start(clockOffsets.get(1)).replica().port();
			send(load, rtm);
			awaitReplies(replies, 100);

			cluster.kill(ahead);
			rtm.await();
			awaitReplies(replies, replies.byMessage().size() + 100);
			load.shutdown();

			// The leader had accepted what was sent before
			Instant killed = cluster.killed(ahead.name());
			await().untilAsserted(() -> assertThat(missed(replies))
				.filteredOn((number) -> this.sent.get(number).isAfter(killed))
				.as("Messages that are missing in all gaps")
				.isNotEmpty()
				.noneMatch((number) -> gaps(cluster).stream().noneMatch((gap) -> gap.contains(this.sent.get(number)))));
			assertThat(rtm.most()).isEqualTo(1);
			assertThat(replies.byMessage().values()).as(cluster::logs).allMatch((each) -> each.size() == 1);
			System.out.printf("%s: clocks moved by %s, leader killed, missed %d of %d messages, gaps: %s%n", engine,
					clockOffsets, missed(replies).size(), this.sent.size(), gaps(cluster));
		}
		finally {
			load.shutdownNow();
		}
	}

	/**
	 * Return by how much the clocks of the instances are ahead. Redis measures leases by
	 * its own clock; with locks of a database, the clocks may differ by a quarter of the
	 * lease.
	 */
	private static List<Duration> clockOffsets(Engine engine) {
		return engine.name().startsWith("REDIS") ? List.of(Duration.ofSeconds(90), Duration.ofSeconds(-90))
				: List.of(LEASE.dividedBy(4), Duration.ZERO);
	}

	private static Cluster cluster(Engine engine, Replies replies, RtmServer rtm) {
		return new Cluster(engine, replies, "crisp.rtm.url=" + rtm.url(), "crisp.replicas.single-connection=true",
				"crisp.replicas.connection-lease=" + LEASE.toSeconds() + "s");
	}

	/**
	 * Send messages with odd and changes of nicknames with even numbers.
	 */
	private void send(ScheduledExecutorService load, RtmServer rtm) {
		AtomicLong numbers = new AtomicLong();
		load.scheduleAtFixedRate(() -> {
			long number = numbers.incrementAndGet();
			this.sent.put(number, Instant.now());
			if (number % 2 == 0) {
				rtm.nickname(number);
			}
			else {
				rtm.message(number);
			}
		}, 0, 10, TimeUnit.MILLISECONDS);
	}

	private List<Long> missed(Replies replies) {
		Map<Long, List<Replies.Reply>> repliesByMessage = replies.byMessage();
		return this.sent.keySet().stream().filter((number) -> !repliesByMessage.containsKey(number)).toList();
	}

	/**
	 * Return the gaps by the clock of this machine.
	 */
	private static List<Gap> gaps(Cluster cluster) {
		return cluster.members()
			.stream()
			.flatMap((member) -> GAP.matcher(member.replica().log())
				.results()
				.map((gap) -> new Gap(Instant.parse(gap.group(1)).minus(member.clockOffset()),
						Instant.parse(gap.group(2)).minus(member.clockOffset()))))
			.toList();
	}

	private static void awaitReplies(Replies replies, int count) {
		await().until(() -> replies.byMessage().size() >= count);
	}

	private record Gap(Instant from, Instant to) {

		boolean contains(Instant time) {
			return !time.isBefore(this.from) && !time.isAfter(this.to);
		}

	}

}
