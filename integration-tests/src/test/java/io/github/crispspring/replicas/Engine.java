package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Kinds of stores that instances share. All tests use the same server of each kind, which
 * ends with the test process.
 */
enum Engine {

	/**
	 * PostgreSQL.
	 */
	POSTGRESQL {

		@Override
		StoreServer start() throws IOException {
			return new PostgresServer();
		}

	},

	/**
	 * MariaDB.
	 */
	MARIADB {

		@Override
		StoreServer start() throws IOException {
			assumeTrue(MariaDbServer.isInstalled() || System.getenv("CI") != null, "MariaDB is not installed");
			return new MariaDbServer();
		}

	},

	/**
	 * Redis.
	 */
	REDIS {

		@Override
		StoreServer start() throws IOException {
			return RedisServers.single();
		}

	},

	/**
	 * Redis Cluster with three nodes.
	 */
	REDIS_CLUSTER {

		@Override
		StoreServer start() throws IOException {
			return RedisServers.cluster();
		}

	};

	private @Nullable StoreServer server;

	/**
	 * Return the server, which is started on first use.
	 */
	synchronized StoreServer server() {
		try {
			if (this.server == null) {
				this.server = start();
			}
			return this.server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	abstract StoreServer start() throws IOException;

}
