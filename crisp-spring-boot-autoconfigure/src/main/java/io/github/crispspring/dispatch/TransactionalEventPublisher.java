package io.github.crispspring.dispatch;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link ApplicationEventPublisher} that publishes each event in a transaction. The
 * transaction is rolled back if a listener fails. Replies and other work that listeners
 * leave run only after the commit.
 */
final class TransactionalEventPublisher implements ApplicationEventPublisher {

	private final ApplicationEventPublisher publisher;

	private final TransactionOperations transactions;

	/**
	 * Create a publisher.
	 * @param publisher the publisher to delegate to
	 * @param transactions how transactions are executed
	 */
	TransactionalEventPublisher(ApplicationEventPublisher publisher, TransactionOperations transactions) {
		this.publisher = publisher;
		this.transactions = transactions;
	}

	/**
	 * Publish an event in a transaction.
	 * @param event the event
	 * @throws org.springframework.transaction.TransactionException if the transaction
	 * cannot be begun or committed
	 */
	@Override
	public void publishEvent(Object event) {
		DispatchedEvent<?> dispatched = (event instanceof DispatchedEvent<?> crispEvent) ? crispEvent : null;
		boolean committed = false;
		try {
			committed = Boolean.TRUE.equals(this.transactions.execute((transaction) -> {
				this.publisher.publishEvent(event);
				// Failures are recorded rather than thrown, so that all listeners are
				// called
				boolean failed = (dispatched != null) && dispatched.hasFailed();
				if (failed) {
					transaction.setRollbackOnly();
				}
				return !failed;
			}));
		}
		finally {
			if (dispatched != null) {
				if (committed) {
					dispatched.committed();
				}
				else {
					dispatched.rolledBack();
				}
			}
		}
	}

}
