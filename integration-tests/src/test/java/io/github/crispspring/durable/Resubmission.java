package io.github.crispspring.durable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class Resubmission {

	private final IncompleteEventPublications publications;

	private final LockRegistry<?> locks;

	private final Duration after;

	Resubmission(IncompleteEventPublications publications, LockRegistry<?> locks,
			@Value("${resubmit-after:1m}") Duration after) {
		this.publications = publications;
		this.locks = locks;
		this.after = after;
	}

	@Scheduled(fixedDelayString = "${resubmit-after:1m}")
	void resubmit() {
		Lock lock = this.locks.obtain("resubmission");
		if (!lock.tryLock()) {
			return;
		}
		try {
			Instant limit = Instant.now().minus(this.after);
			this.publications
				.resubmitIncompletePublications((publication) -> limit.isAfter(publication.getLastResubmissionDate()));
		}
		finally {
			lock.unlock();
		}
	}

}
