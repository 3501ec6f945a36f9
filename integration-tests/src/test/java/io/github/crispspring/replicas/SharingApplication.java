package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.SessionSetNickname;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtmGapEvent;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.CrispRtmStateEvent;

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
import org.springframework.integration.redis.util.RedisLockRegistry;

/**
 * Application that replies to each message with its number and the name of the instance.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SharingApplication {

	private final String name;

	private final Duration delay;

	SharingApplication(@Value("${replica.name}") String name, @Value("${replica.delay:0s}") Duration delay) {
		this.name = name;
		this.delay = delay;
	}

	public static void main(String[] args) {
		SpringApplication.run(SharingApplication.class, args);
	}

	@CrispListener
	String on(MessageSend message) throws InterruptedException {
		if (message.fingerprint() % 10 == 0) {
			TimeUnit.NANOSECONDS.sleep(this.delay.toNanos());
		}
		return message.fingerprint() + " " + this.name;
	}

	@CrispListener
	String on(SessionSetNickname change) {
		return change.nickname() + " " + this.name;
	}

	@EventListener
	void on(CrispRtmStateEvent change) {
		if (change.getState() instanceof CrispRtmState.Discovering discovering) {
			System.out.printf("Leader since %s%n", discovering.since());
		}
	}

	@EventListener
	void on(CrispRtmGapEvent gap) {
		System.out.printf("Gap from %s to %s%n", gap.getFrom(), gap.getTo());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "replica.locks", havingValue = "jdbc")
	static class Jdbc {

		@Bean
		DefaultLockRepository lockRepository(DataSource dataSource) {
			return new DefaultLockRepository(dataSource);
		}

		@Bean
		JdbcLockRegistry lockRegistry(LockRepository repository) {
			return new JdbcLockRegistry(repository);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "replica.locks", havingValue = "redis")
	static class Redis {

		@Bean
		RedisLockRegistry lockRegistry(RedisConnectionFactory connections) {
			return new RedisLockRegistry(connections, "locks");
		}

	}

}
