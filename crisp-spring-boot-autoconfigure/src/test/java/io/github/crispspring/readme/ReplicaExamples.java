package io.github.crispspring.readme;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.redis.util.RedisLockRegistry;

/**
 * Examples of locks that several instances share.
 */
final class ReplicaExamples {

	private ReplicaExamples() {
	}

	static class Jdbc {

		@Bean
		DefaultLockRepository lockRepository(DataSource dataSource) {
			DefaultLockRepository repository = new DefaultLockRepository(dataSource);
			// Only for PostgreSQL, which logs each insert that fails
			repository.setInsertQuery(repository.getInsertQuery() + " ON CONFLICT DO NOTHING");
			return repository;
		}

		@Bean
		JdbcLockRegistry lockRegistry(DefaultLockRepository repository) {
			return new JdbcLockRegistry(repository);
		}

	}

	static class Redis {

		@Bean
		RedisLockRegistry lockRegistry(RedisConnectionFactory connections) {
			return new RedisLockRegistry(connections, "locks");
		}

	}

}
