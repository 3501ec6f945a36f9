package io.github.crispspring.replicas;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the RTM connection of several instances, when the connected one is stopped or
 * killed.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class OneConnectionTests {

	private static final Duration LEASE = Duration.ofSeconds(10);

	/**
	 * Maximum time to obtain the lock after its lease has expired. How much longer a slow
	 * machine needs is estimated by the time in which the first instance connects.
	 */
	private static final Duration MARGIN = Duration.ofSeconds(2);

	private static final Pattern LEADER = Pattern.compile("Leader since (\\S+)");

	@ParameterizedTest
	@EnumSource
	void onlyOneInstanceIsConnectedAndAnotherTakesOver(Engine engine) {
		ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
		try (Replies replies = new Replies();
				RtmServer rtm = new RtmServer();
				Cluster cluster = new Cluster(engine, replies, "crisp.rtm.url=" + rtm.url(),
						"crisp.replicas.single-connection=true")) {
			cluster.start();
			cluster.start();
			cluster.start();
			RtmServer.Connection connection = rtm.await();
			Cluster.Member first = cluster.named(connection.replica());
			Duration connecting = Duration.between(leaderSince(first), connection.time());
			AtomicLong sent = new AtomicLong();
			load.scheduleAtFixedRate(() -> rtm.message(sent.incrementAndGet()), 0, 10, TimeUnit.MILLISECONDS);
			cluster.awaitStarted();

			awaitReplies(replies, 100);
			CompletableFuture<Void> end = CompletableFuture.runAsync(first.replica()::stop);
			RtmServer.Connection second = rtm.await();
			Duration afterStop = Duration.between(rtm.ended(), second.time());
			assertThat(afterStop).as(cluster::logs).isBetween(Duration.ZERO, LEASE.minusSeconds(2));
			end.orTimeout(WaitLimit.SECONDS, TimeUnit.SECONDS).join();

			awaitReplies(replies, replies.byMessage().size() + 100);
			cluster.kill(cluster.named(second.replica()));
			RtmServer.Connection third = rtm.await();
			Instant killed = cluster.killed(second.replica());
			Cluster.Member last = cluster.named(third.replica());
			Duration afterKill = Duration.between(killed, third.time());
			Duration leaderAfterKill = Duration.between(killed, leaderSince(last));
			assertThat(leaderAfterKill).as(cluster::logs)
				.isLessThan(LEASE.plus(MARGIN).plus(connecting.multipliedBy(2)));
			await().until(() -> last.replica().log().contains("Gap from "));
			assertThat(last.replica().log()).doesNotContain("reconnecting at");
			awaitReplies(replies, replies.byMessage().size() + 100);
			load.shutdown();

			assertThat(rtm.most()).isEqualTo(1);
			assertThat(replies.byMessage().values()).allMatch((each) -> each.size() == 1);
			System.out.printf(
					"%s: connected %d ms after a stop, %d ms after a kill (leader after %d ms, first connected in %d ms); received %d of %d messages%n",
					engine, afterStop.toMillis(), afterKill.toMillis(), leaderAfterKill.toMillis(),
					connecting.toMillis(), replies.byMessage().size(), sent.get());
		}
		finally {
			load.shutdownNow();
		}
	}

	/**
	 * Return when an instance obtained the lock and began to connect.
	 */
	private static Instant leaderSince(Cluster.Member member) {
		Supplier<Optional<MatchResult>> logged = () -> LEADER.matcher(member.replica().log()).results().findFirst();
		await().until(() -> logged.get().isPresent());
		return Instant.parse(logged.get().orElseThrow().group(1));
	}

	private static void awaitReplies(Replies replies, int count) {
		await().until(() -> replies.byMessage().size() >= count);
	}

}
