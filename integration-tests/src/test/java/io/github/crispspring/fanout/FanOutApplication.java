package io.github.crispspring.fanout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.MessageSend;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;

/**
 * Application that publishes events to Kafka and consumes them.
 */
@SpringBootApplication
class FanOutApplication {

	final List<CrispEvent> received = new CopyOnWriteArrayList<>();

	final Map<String, Set<Integer>> partitions = new ConcurrentHashMap<>();

	final Map<String, List<Long>> sessions = new ConcurrentHashMap<>();

	@KafkaListener(topics = "crisp-events", groupId = "test", concurrency = "4",
			properties = "auto.offset.reset=earliest")
	void on(CrispEvent event, @Header(KafkaHeaders.RECEIVED_PARTITION) int partition) {
		if (event instanceof MessageSend message) {
			this.partitions.computeIfAbsent(message.sessionId(), (session) -> ConcurrentHashMap.newKeySet())
				.add(partition);
			this.sessions.computeIfAbsent(message.sessionId(), (session) -> new CopyOnWriteArrayList<>())
				.add(message.fingerprint());
		}
		this.received.add(event);
	}

}
