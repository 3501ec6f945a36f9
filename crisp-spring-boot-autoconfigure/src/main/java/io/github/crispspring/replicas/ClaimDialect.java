package io.github.crispspring.replicas;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Differences between databases.
 */
enum ClaimDialect {

	/**
	 * PostgreSQL, which would log each insert that fails.
	 */
	POSTGRESQL("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)", " ON CONFLICT DO NOTHING"),

	/**
	 * MySQL and MariaDB.
	 */
	MYSQL("(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 1000)", ""),

	/**
	 * H2.
	 */
	H2("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)", "");

	private final String now;

	private final String onConflict;

	ClaimDialect(String now, String onConflict) {
		this.now = now;
		this.onConflict = onConflict;
	}

	/**
	 * Return the dialect of a database.
	 */
	static ClaimDialect of(DataSource dataSource) throws MetaDataAccessException {
		String product = JdbcUtils.extractDatabaseMetaData(dataSource, (metadata) -> metadata.getDatabaseProductName());
		return switch (product) {
			case "PostgreSQL" -> POSTGRESQL;
			case "MySQL", "MariaDB" -> MYSQL;
			case "H2" -> H2;
			default -> throw new IllegalStateException(
					"Duplicates cannot be shared by the database '%s'. Use PostgreSQL, MySQL, MariaDB, H2 or Redis, or define a bean of type CrispEventDeduplicator"
						.formatted(product));
		};
	}

	/**
	 * Return the expression for the current time of the database, in milliseconds since
	 * 1970, regardless of time zones.
	 */
	String now() {
		return this.now;
	}

	/**
	 * Return the end of an insert statement that does nothing if the row exists, where
	 * the database supports it.
	 */
	String onConflict() {
		return this.onConflict;
	}

}
