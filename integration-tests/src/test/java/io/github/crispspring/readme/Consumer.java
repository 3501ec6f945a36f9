package io.github.crispspring.readme;

import io.github.crispspring.event.CrispEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class Consumer {

	private static final Log logger = LogFactory.getLog(Consumer.class);

	@KafkaListener(topics = "crisp-events", groupId = "statistics")
	void on(CrispEvent event) {
		logger.info(event.name() + " on " + event.websiteId());
	}

}
