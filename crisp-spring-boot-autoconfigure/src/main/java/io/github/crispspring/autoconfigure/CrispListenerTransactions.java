package io.github.crispspring.autoconfigure;

import io.github.crispspring.dispatch.TransactionalEventPublisher;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * Transactions in which events are published, where that is asked for.
 */
final class CrispListenerTransactions {

	private CrispListenerTransactions() {
	}

	static ApplicationEventPublisher publisher(ApplicationEventPublisher publisher, CrispProperties properties,
			BeanFactory beans) {
		if (!properties.listener().transactional()) {
			return publisher;
		}
		if (!ClassUtils.isPresent("org.springframework.transaction.PlatformTransactionManager", null)) {
			throw missing();
		}
		return Transactional.publisher(publisher, beans);
	}

	private static InvalidConfigurationPropertyValueException missing() {
		return new InvalidConfigurationPropertyValueException("crisp.listener.transactional", true,
				"There is no one PlatformTransactionManager to publish events in transactions of. Add a database, for instance with 'spring-boot-starter-jdbc', mark one of several transaction managers as primary, or remove the property.");
	}

	/**
	 * Is only loaded where its types are there.
	 */
	private static final class Transactional {

		static ApplicationEventPublisher publisher(ApplicationEventPublisher publisher, BeanFactory beans) {
			PlatformTransactionManager transactions = beans.getBeanProvider(PlatformTransactionManager.class)
				.getIfUnique();
			if (transactions == null) {
				throw missing();
			}
			return new TransactionalEventPublisher(publisher, new TransactionTemplate(transactions));
		}

	}

}
