package io.github.crispspring.replicas;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.integration.support.locks.DistributedLock;

/**
 * Lock of the leader, used by a single thread. It is acquired with a lease of its own,
 * kept during transient errors, and released after the tenure has ended. It is polled
 * rather than waited for.
 */
final class LeaderLock implements Lock {

	private static final Log logger = LogFactory.getLog(LockRegistryLeadership.class);

	private static final long WARNING_INTERVAL = Duration.ofMinutes(1).toNanos();

	private final Supplier<? extends Lock> locks;

	private final Duration lease;

	private final FormerLeader former;

	private @Nullable Lock held;

	private volatile @Nullable Tenure tenure;

	private boolean renewed;

	private @Nullable Long warned;

	/**
	 * Create a lock.
	 * @param locks supplier of the lock, as a registry may discard a lock that is not
	 * held
	 * @param lease the time that the lock is held after its last renewal
	 * @param clock the clock to determine when another instance led
	 */
	LeaderLock(Supplier<? extends Lock> locks, Duration lease, Clock clock) {
		this.locks = locks;
		this.lease = lease;
		this.former = new FormerLeader(lease, clock);
	}

	/**
	 * Return the tenure that began when the lock was acquired.
	 */
	@Nullable Tenure tenure() {
		return this.tenure;
	}

	@Override
	public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
		Lock held = this.held;
		Tenure tenure = this.tenure;
		if (held != null && tenure != null) {
			this.renewed = renew(held, tenure);
			if (!this.renewed) {
				lose();
			}
			return this.renewed;
		}
		boolean acquired = acquire();
		if (!acquired) {
			unit.sleep(time);
		}
		return acquired;
	}

	private boolean acquire() throws InterruptedException {
		Instant begin = this.former.now();
		long beginNanos = System.nanoTime();
		try {
			Lock lock = this.locks.get();
			if (!tryLock(lock)) {
				this.former.rejected(begin);
				return false;
			}
			this.tenure = new Tenure(this.former.ledUntil(), this.lease, beginNanos);
			this.held = lock;
			return true;
		}
		catch (InterruptedException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			this.former.failed(begin);
			warn(ex);
			throw unchecked(ex);
		}
	}

	/**
	 * The election continues after an exception, but not after an error.
	 */
	private static RuntimeException unchecked(Throwable failure) {
		return (failure instanceof RuntimeException exception) ? exception
				: new IllegalStateException("The registry of locks failed", failure);
	}

	private void warn(Throwable failure) {
		long now = System.nanoTime();
		Long last = this.warned;
		if (last == null || now - last >= WARNING_INTERVAL) {
			this.warned = now;
			logger.warn("Failed to acquire the lock of the leader; not connecting until it is acquired. "
					+ "Check the LockRegistry bean and its store", failure);
		}
	}

	private boolean renew(Lock held, Tenure tenure) throws InterruptedException {
		long begin = System.nanoTime();
		try {
			if (tenure.isLost() || !tryLock(held)) {
				return false;
			}
			held.unlock();
			return tenure.renew(begin);
		}
		catch (InterruptedException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			logger.debug("Failed to renew the lock of the leader", ex);
			return !tenure.isLost();
		}
	}

	private boolean tryLock(Lock lock) throws InterruptedException {
		return (lock instanceof DistributedLock distributed) ? distributed.tryLock(Duration.ZERO, this.lease)
				: lock.tryLock(0, TimeUnit.MILLISECONDS);
	}

	/**
	 * Release the lock that was lost, so that the registry discards its local state.
	 */
	private void lose() {
		logger.info("This instance is no longer the leader, as its lock was not renewed in time");
		try {
			release();
		}
		catch (Throwable ex) {
			logger.debug("Failed to release a lock that was lost", ex);
		}
	}

	@Override
	public void unlock() {
		if (this.renewed) {
			this.renewed = false;
			return;
		}
		try {
			release();
		}
		catch (Throwable ex) {
			throw unchecked(ex);
		}
	}

	/**
	 * End the tenure and release the lock. An interruption, which requests the thread to
	 * end, must not prevent this.
	 */
	private void release() {
		Lock held = this.held;
		Tenure tenure = this.tenure;
		this.held = null;
		this.tenure = null;
		if (held == null || tenure == null) {
			return;
		}
		boolean interrupted = Thread.interrupted();
		try {
			tenure.end();
			if (tenure.hasLed()) {
				this.former.forget();
			}
			held.unlock();
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public void lock() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void lockInterruptibly() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean tryLock() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Condition newCondition() {
		throw new UnsupportedOperationException();
	}

}
