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
 * One participation in the choice of the instance that leads.
 */
final class LockElection extends AbstractCandidate {

	/**
	 * How often the lock is asked for, or renewed.
	 */
	private static final Duration LONGEST_HEARTBEAT = Duration.ofMillis(500);

	/**
	 * How long the release of the lock may take. Afterwards it is left to the lease.
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
		Duration heartbeat = (tenth.compareTo(LONGEST_HEARTBEAT) < 0) ? tenth : LONGEST_HEARTBEAT;
		this.initiator.setTaskExecutor(executor);
		this.initiator.setHeartBeatMillis(heartbeat.toMillis());
		this.initiator.start();
	}

	/**
	 * Lead in each term.
	 * @return completes when this instance does not want to lead any longer
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
	 * The tenure has ended before, with the lock.
	 */
	@Override
	public void onRevoked(Context context) {
		this.released.tryEmitEmpty();
	}

	/**
	 * Take part no longer.
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
