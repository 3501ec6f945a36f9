package io.github.crispspring.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.crispspring.autoconfigure.CrispWebhookProperties;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.listener.CrispListener;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Application that records all events and handles them as a test specifies.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class WebhookApplication {

	static final Instant NOW = Instant.ofEpochMilli(1632396148800L);

	final BlockingQueue<CrispApplicationEvent<?>> events = new LinkedBlockingQueue<>();

	final AtomicInteger failures = new AtomicInteger();

	volatile Mono<Void> handling = Mono.empty();

	void reset() {
		this.handling = Mono.empty();
		this.events.clear();
	}

	@CrispListener
	Mono<Void> on(CrispApplicationEvent<CrispEvent> event) {
		// A test may change it as soon as it finds the event
		Mono<Void> handling = this.handling;
		this.events.add(event);
		return handling;
	}

	/**
	 * Verifier whose clock matches the timestamps of the tests.
	 */
	@Bean
	CrispWebhookVerifier verifier(CrispWebhookProperties properties) {
		return new CrispWebhookVerifier(properties.secrets(), properties.key(), properties.timestampTolerance(),
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

	@Bean
	CrispListenerErrorHandler errorHandler() {
		return (failure, event, delivery) -> this.failures.incrementAndGet();
	}

}
