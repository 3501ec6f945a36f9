package io.github.crispspring.replicas;

import java.time.Duration;

import javax.sql.DataSource;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtmGapEvent;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.integration.jdbc.lock.LockRepository;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.redis.metadata.RedisMetadataStore;
import org.springframework.integration.redis.util.RedisLockRegistry;

/**
 * Application that replies to each message with its number and the name of the instance.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SharingApplication {

	private final String name;

	SharingApplication(@Value("${replica.name}") String name) {
		this.name = name;
	}

	public static void main(String[] args) {
		SpringApplication.run(SharingApplication.class, args);
	}

	@CrispListener
	String on(MessageSend message) {
		return message.fingerprint() + " " + this.name;
	}

	@EventListener
	void on(CrispRtmGapEvent gap) {
		System.out.println("Gap of " + Duration.between(gap.getFrom(), gap.getTo()).toMillis() + " ms");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "replica.engine", havingValue = "JDBC")
	static class Jdbc {

		@Bean
		DefaultLockRepository lockRepository(DataSource dataSource) {
			DefaultLockRepository repository = new DefaultLockRepository(dataSource);
			// Otherwise, PostgreSQL logs each failing insert
			repository.setInsertQuery(repository.getInsertQuery() + " ON CONFLICT DO NOTHING");
			return repository;
		}

		@Bean
		JdbcLockRegistry lockRegistry(LockRepository repository) {
			return new JdbcLockRegistry(repository);
		}

		@Bean
		JdbcMetadataStore metadataStore(DataSource dataSource) {
			return new JdbcMetadataStore(dataSource);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "replica.engine", havingValue = "REDIS")
	static class Redis {

		@Bean
		RedisLockRegistry lockRegistry(RedisConnectionFactory connections) {
			return new RedisLockRegistry(connections, "locks");
		}

		@Bean
		RedisMetadataStore metadataStore(RedisConnectionFactory connections) {
			return new RedisMetadataStore(connections);
		}

	}

}
