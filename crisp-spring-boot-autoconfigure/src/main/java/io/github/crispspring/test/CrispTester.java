package io.github.crispspring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

/**
 * Brings events to the listeners of an application as Crisp does, waits until they are
 * done, and tells what they sent. Nothing reaches Crisp.
 *
 * @see AutoConfigureCrispTester
 */
public final class CrispTester {

	/**
	 * The website that events are about unless they say otherwise.
	 */
	public static final String WEBSITE_ID = "8c842203-7ed8-4e29-a608-7cf78a7d2fcc";

	/**
	 * The conversation that visitors write in unless it is said.
	 */
	public static final String SESSION_ID = "session_19e5240f-0a8d-461e-a661-a3123fc6eec9";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final RecordedCrisp crisp;

	private final AtomicLong fingerprints = new AtomicLong();

	CrispTester(CrispEventReader reader, CrispEventDispatcher dispatcher, RecordedCrisp crisp) {
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.crisp = crisp;
	}

	/**
	 * Have a visitor write a text.
	 * @param text what the visitor writes
	 * @return what the listeners did
	 */
	public Outcome visitorWrites(String text) {
		return visitorWrites(SESSION_ID, text);
	}

	/**
	 * Have a visitor write a text in a certain conversation.
	 * @param sessionId the identifier of the conversation
	 * @param text what the visitor writes
	 * @return what the listeners did
	 */
	public Outcome visitorWrites(String sessionId, String text) {
		return deliver(MessageSend.NAME,
				CrispJson.mapper()
					.valueToTree(Map.of("website_id", WEBSITE_ID, "session_id", sessionId, "type", "text", "from",
							"user", "origin", "chat", "content", text, "fingerprint",
							this.fingerprints.incrementAndGet(), "timestamp", Instant.now().toEpochMilli())));
	}

	/**
	 * Deliver an event.
	 * @param event what happened
	 * @return what the listeners did
	 */
	public Outcome deliver(CrispEvent event) {
		return deliver(event, CrispJson.copyToTree(event));
	}

	/**
	 * Deliver an event as Crisp writes it.
	 * @param name what Crisp calls it, such as {@code session:set_state}
	 * @param data the event itself, as JSON
	 * @return what the listeners did
	 */
	public Outcome deliver(String name, String data) {
		return deliver(name, CrispJson.mapper().readTree(data));
	}

	private Outcome deliver(String name, JsonNode data) {
		return deliver(this.reader.read(name, WEBSITE_ID, data), data);
	}

	private Outcome deliver(CrispEvent event, JsonNode data) {
		int before = this.crisp.count();
		this.dispatcher.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.APPLICATION, Instant.now(), data))
			.block(PATIENCE);
		return new Outcome(this.crisp.callsSince(before));
	}

	/**
	 * Set the data of the response to a call. By default it is an empty object.
	 * @param method the HTTP method
	 * @param path the path, such as {@code /v1/website/<id>/conversation/<id>/meta}
	 * @param data the data of the answer, as a record of the library, a {@code Map} or a
	 * {@code List}
	 */
	public void answer(HttpMethod method, String path, Object data) {
		this.crisp.answer(method, path, data);
	}

	/**
	 * What listeners did with an event.
	 *
	 * @param calls the calls they made, in order
	 */
	public record Outcome(List<Call> calls) {

		/**
		 * Return what was sent into conversations, notes included.
		 * @return the contents in order
		 */
		public List<MessageContent> replies() {
			return this.calls.stream()
				.filter((call) -> call.method().equals(HttpMethod.POST) && call.path().endsWith("/message"))
				.map((call) -> CrispJson.mapper().treeToValue(call.body(), NewConversationMessage.class).content())
				.toList();
		}

	}

	/**
	 * A call of the REST API.
	 *
	 * @param method the HTTP method
	 * @param path the path
	 * @param body what was sent, an empty object for nothing
	 */
	public record Call(HttpMethod method, String path, JsonNode body) {

	}

}
