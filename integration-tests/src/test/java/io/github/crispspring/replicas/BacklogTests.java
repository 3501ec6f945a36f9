package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the claims of instances that handle a backlog of events, some of which take
 * longer than the lease.
 */
@Tag("cluster")
@ExtendWith(ReplicaLogs.class)
class BacklogTests {

	private static final int EVENTS = 2000;

	private static final int CONVERSATIONS = 1000;

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration SLOW = LEASE.plusSeconds(1);

	private static final Pattern RENEWAL = Pattern.compile("Renewed \\d+ claims, the first (\\d+) ms before");

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "MARIADB", "REDIS" })
	void claimsAreRenewedInTime(Engine engine) {
		try (Replies replies = new Replies();
				RtmServer rtm = new RtmServer();
				Cluster cluster = new Cluster(engine, replies, "crisp.rtm.url=" + rtm.url(),
						"crisp.replicas.event-lease=" + LEASE.toSeconds() + "s",
						"replica.delay=" + SLOW.toMillis() + "ms",
						"logging.level." + SharedCrispEventDeduplicator.class.getName() + "=debug")) {
			cluster.start();
			cluster.start();
			rtm.await();
			rtm.await();
			// The first events take longer, as the classes of the instances are loaded
			send(rtm, 1, 100);
			await().until(() -> replies.byMessage().size() == 100);
			send(rtm, 101, EVENTS);
			await().until(() -> replies.byMessage().size() == EVENTS);
			assertThat(cluster.logs()).doesNotContain("claims expired");
			assertThat(replies.byMessage().values()).as(cluster::logs).allMatch((each) -> each.size() == 1);
			LongSummaryStatistics remaining = RENEWAL.matcher(cluster.logs())
				.results()
				.mapToLong((renewal) -> Long.parseLong(renewal.group(1)))
				.summaryStatistics();
			assertThat(remaining.getCount()).isPositive();
			System.out.printf("%s: %d events, %d renewals, the last one %d ms before the end of a lease of %d s%n",
					engine, EVENTS, remaining.getCount(), remaining.getMin(), LEASE.toSeconds());
		}
	}

	private static void send(RtmServer rtm, long first, long last) {
		LongStream.rangeClosed(first, last).forEach((number) -> rtm.message(number, CONVERSATIONS));
	}

}
