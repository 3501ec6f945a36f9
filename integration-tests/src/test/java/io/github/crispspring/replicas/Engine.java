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
 * What instances agree by. All tests share one of each, which ends with their process.
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
			int port = freePort();
			RedisServer server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
			server.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
			return "spring.data.redis.port=" + port;
		}

	};

	private String property;

	/**
	 * Return the property by which an application finds it.
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
