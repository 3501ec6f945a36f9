package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

import io.github.crispspring.rtm.CrispRtmLeadership.Term;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.integration.leader.AbstractCandidate;
import org.springframework.integration.leader.Context;
import org.springframework.integration.leader.event.DefaultLeaderEventPublisher;
import org.springframework.integration.support.leader.LockRegistryLeaderInitiator;
import org.springframework.integration.support.locks.LockRegistry;

/**
 * Participation of this instance in the election of the leader.
 */
final class LockElection extends AbstractCandidate {

	/**
	 * Maximum interval between attempts to acquire or renew the lock.
	 */
	private static final Duration MAX_HEARTBEAT = Duration.ofMillis(500);

	/**
	 * Maximum time to release the lock, after which it remains until its lease expires.
	 */
	private static final Duration RELEASE_LIMIT = Duration.ofSeconds(5);

	private final LeaderLock lock;

	private final LockRegistryLeaderInitiator initiator;

	private final Sinks.Many<Tenure> tenures = Sinks.many().unicast().onBackpressureBuffer();

	private volatile Sinks.Empty<Void> released = released();

	LockElection(String name, LeaderLock lock) {
		super(UUID.randomUUID().toString(), name);
		this.lock = lock;
		this.initiator = new LockRegistryLeaderInitiator((LockRegistry<Lock>) (key) -> lock, this);
		this.initiator.setLeaderEventPublisher(new DefaultLeaderEventPublisher());
	}

	void begin(AsyncTaskExecutor executor, Duration lease) {
		Duration tenth = lease.dividedBy(10);
		Duration heartbeat = (tenth.compareTo(MAX_HEARTBEAT) < 0) ? tenth : MAX_HEARTBEAT;
		this.initiator.setTaskExecutor(executor);
		this.initiator.setHeartBeatMillis(heartbeat.toMillis());
		this.initiator.start();
	}

	/**
	 * Hold the connection during each tenure.
	 * @return completes when this instance no longer participates
	 */
	Mono<Void> terms(Function<Term, Mono<Void>> connection) {
		return this.tenures.asFlux().concatMap((tenure) -> tenure.serve(connection)).takeWhile(Tenure::isLost).then();
	}

	@Override
	public void onGranted(Context context) {
		Tenure tenure = this.lock.tenure();
		if (tenure != null) {
			this.released = Sinks.empty();
			this.tenures.tryEmitNext(tenure);
		}
	}

	/**
	 * Signal that the lock is released. The tenure has ended before.
	 */
	@Override
	public void onRevoked(Context context) {
		this.released.tryEmitEmpty();
	}

	/**
	 * End the participation.
	 * @return completes when the lock is released
	 */
	Mono<Void> end() {
		return Mono.defer(() -> {
			this.initiator.stop();
			return this.released.asMono().timeout(RELEASE_LIMIT, Mono.empty());
		});
	}

	private static Sinks.Empty<Void> released() {
		Sinks.Empty<Void> released = Sinks.empty();
		released.tryEmitEmpty();
		return released;
	}

}
