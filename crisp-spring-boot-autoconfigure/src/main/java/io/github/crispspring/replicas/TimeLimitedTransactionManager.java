package io.github.crispspring.replicas;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.NamedThreadLocal;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@link JdbcTransactionManager} whose connections do not wait longer than a limit for a
 * response of the database. A query timeout would not suffice, as the database enforces
 * it. The application's own limit is restored after each transaction.
 */
final class TimeLimitedTransactionManager extends JdbcTransactionManager {

	private static final long serialVersionUID = 1L;

	private static final Log log = LogFactory.getLog(TimeLimitedTransactionManager.class);

	private static final ThreadLocal<Integer> original = new NamedThreadLocal<>("Network timeout of a connection");

	private final int limit;

	TimeLimitedTransactionManager(DataSource dataSource, Duration limit) {
		super(dataSource);
		this.limit = Math.toIntExact(limit.toMillis());
	}

	@Override
	protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
			throws SQLException {
		super.prepareTransactionalConnection(connection, definition);
		try {
			int timeout = connection.getNetworkTimeout();
			connection.setNetworkTimeout(Runnable::run, this.limit);
			original.set(timeout);
		}
		catch (SQLException | UnsupportedOperationException | AbstractMethodError ex) {
			log.debug("The network timeout of a connection cannot be set", ex);
		}
	}

	@Override
	protected void doCleanupAfterCompletion(Object transaction) {
		Integer timeout = original.get();
		original.remove();
		if (timeout != null && TransactionSynchronizationManager
			.getResource(obtainDataSource()) instanceof ConnectionHolder holder) {
			try {
				holder.getConnection().setNetworkTimeout(Runnable::run, timeout);
			}
			catch (SQLException ex) {
				log.debug("The network timeout of a connection cannot be restored, as the connection is closed", ex);
			}
		}
		super.doCleanupAfterCompletion(transaction);
	}

}
