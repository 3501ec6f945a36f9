package io.github.crispspring.replicas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

import io.github.crispspring.testsupport.WaitLimit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import redis.embedded.RedisServer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Store that instances share. All tests use the same one of each kind, which is stopped
 * at the end of the test process.
 */
enum Engine {

	/**
	 * PostgreSQL.
	 */
	JDBC {

		@Override
		String start() throws IOException {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPGStartupWait(WaitLimit.DURATION).start();
			new ResourceDatabasePopulator(
					new ClassPathResource("org/springframework/integration/jdbc/schema-postgresql.sql"))
				.execute(postgres.getPostgresDatabase());
			return "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres");
		}

	},

	/**
	 * Redis.
	 */
	REDIS {

		@Override
		String start() throws IOException {
			RedisServer server = startRedis(PORT_ATTEMPTS);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
			return "spring.data.redis.port=" + server.ports().get(0);
		}

	};

	private static final int PORT_ATTEMPTS = 5;

	private String property;

	/**
	 * Return the property with which an application connects to it.
	 */
	synchronized String property() {
		try {
			if (this.property == null) {
				this.property = start();
			}
			return this.property;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	abstract String start() throws IOException;

	/**
	 * Start Redis, which cannot choose a free port. Another process may use the port
	 * before Redis does.
	 */
	private static RedisServer startRedis(int attempts) throws IOException {
		RedisServer server = RedisServer.newRedisServer().port(freePort()).setting("save \"\"").build();
		try {
			server.start();
			return server;
		}
		catch (IOException ex) {
			if (attempts == 1) {
				throw ex;
			}
			return startRedis(attempts - 1);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void stop(RedisServer server) {
		try {
			server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
