package io.github.crispspring.replicas;

import javax.sql.DataSource;

/**
 * {@link SharedCrispEventDeduplicator} with one row per event in the table
 * {@code CRISP_EVENT_CLAIM} of PostgreSQL, MySQL, MariaDB or H2. Times are those of the
 * database.
 */
public final class JdbcCrispEventDeduplicator extends SharedCrispEventDeduplicator {

	/**
	 * Create an instance.
	 * @param dataSource the database shared by the instances. Claims are transactions of
	 * their own, independent of those of the application
	 * @param settings the settings
	 */
	public JdbcCrispEventDeduplicator(DataSource dataSource, Settings settings) {
		super(new JdbcClaimStore(dataSource, settings, settings.responseLimit()), settings);
	}

}
