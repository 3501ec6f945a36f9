package io.github.crispspring.listener;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes each event in a transaction, so that what is kept of it for listeners that
 * are called after the commit is stored when it has been handled. Where the method of a
 * listener fails, the transaction is rolled back: the event is delivered again.
 */
public final class TransactionalEventPublisher implements ApplicationEventPublisher {

	private final ApplicationEventPublisher publisher;

	private final TransactionOperations transactions;

	/**
	 * Create a publisher.
	 * @param publisher how events are published
	 * @param transactions how a transaction is begun and ended
	 */
	public TransactionalEventPublisher(ApplicationEventPublisher publisher, TransactionOperations transactions) {
		this.publisher = publisher;
		this.transactions = transactions;
	}

	/**
	 * Publish an event in a transaction.
	 * @param event the event
	 * @throws org.springframework.transaction.TransactionException if the transaction
	 * could not be begun or committed
	 */
	@Override
	public void publishEvent(Object event) {
		this.transactions.executeWithoutResult((transaction) -> {
			this.publisher.publishEvent(event);
			// Its failure is kept for the others to be called, and so not thrown
			if (event instanceof DispatchedEvent<?> dispatched && dispatched.hasFailed()) {
				transaction.setRollbackOnly();
			}
		});
	}

}
