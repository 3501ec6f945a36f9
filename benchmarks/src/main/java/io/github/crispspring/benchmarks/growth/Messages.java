package io.github.crispspring.benchmarks.growth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.EventJson;
import io.github.crispspring.event.MessageSend;

/**
 * Reader of messages of visitors, each of which is a different event.
 */
final class Messages {

	private static final String MESSAGE = """
			{"website_id":"42286ab3-b29a-4fde-8538-da0ae501d825","type":"text","origin":"chat",\
			"content":"Hello Crisp, this is a message from a visitor!","timestamp":1632396148646,"from":"user",\
			"user":{"nickname":"visitor607"},"stamped":true,"session_id":"session_""";

	private final CrispEventReader reader = new CrispEventReader();

	private int number;

	/**
	 * Read the next message of a conversation.
	 */
	Message next(int conversation) {
		byte[] bytes = (MESSAGE + conversation + "\",\"fingerprint\":" + ++this.number + "}")
			.getBytes(StandardCharsets.UTF_8);
		EventJson json = EventJson.of(bytes, 0, bytes.length);
		return new Message(this.reader.read(MessageSend.NAME, null, json),
				new CrispDelivery(CrispDelivery.DEFAULT_ACCOUNT, CrispDelivery.Transport.RTM, null, null, Instant.EPOCH,
						1, null, bytes.length, json));
	}

	/**
	 * A message and its delivery.
	 *
	 * @param event the message
	 * @param delivery its delivery
	 */
	record Message(CrispEvent event, CrispDelivery delivery) {

		void dispatch(CrispEventDispatcher dispatcher) {
			if (!dispatcher.tryDispatch(this.event, this.delivery)) {
				throw new IllegalStateException("The dispatcher did not accept an event");
			}
		}

	}

}
