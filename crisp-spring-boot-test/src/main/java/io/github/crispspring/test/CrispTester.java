package io.github.crispspring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.crispspring.client.website.conversation.CrispHandoverStore;
import io.github.crispspring.client.website.conversation.InMemoryCrispHandoverStore;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.ChatMessageEvent;
import io.github.crispspring.event.ConversationEvent;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.EventJson;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.http.HttpMethod;
import org.springframework.util.ReflectionUtils;

/**
 * Main entry point of tests: delivers events to the listeners of the application, returns
 * the calls that the application made, and defines the responses to them. Nothing reaches
 * Crisp.
 *
 * @see AutoConfigureCrispTester
 */
public final class CrispTester {

	/**
	 * The website of all events and conversations that do not specify one.
	 */
	public static final String WEBSITE_ID = "8c842203-7ed8-4e29-a608-7cf78a7d2fcc";

	/**
	 * The conversation in which visitors and operators write by default.
	 */
	public static final String SESSION_ID = "session_19e5240f-0a8d-461e-a661-a3123fc6eec9";

	static final Duration TIME_LIMIT = Duration.ofSeconds(30);

	private final CrispEventReader reader;

	private final CrispEventDispatcher dispatcher;

	private final @Nullable CrispEventDeduplicator deduplicator;

	private final @Nullable CrispHandoverStore handoverStore;

	private final TestCrisp crisp;

	private final Duration timeLimit;

	private final String account;

	CrispTester(CrispEventReader reader, CrispEventDispatcher dispatcher, @Nullable CrispEventDeduplicator deduplicator,
			@Nullable CrispHandoverStore handoverStore, TestCrisp crisp, Duration timeLimit) {
		this(reader, dispatcher, deduplicator, handoverStore, crisp, timeLimit, CrispDelivery.DEFAULT_ACCOUNT);
	}

	private CrispTester(CrispEventReader reader, CrispEventDispatcher dispatcher,
			@Nullable CrispEventDeduplicator deduplicator, @Nullable CrispHandoverStore handoverStore, TestCrisp crisp,
			Duration timeLimit, String account) {
		this.reader = reader;
		this.dispatcher = dispatcher;
		this.deduplicator = deduplicator;
		this.handoverStore = handoverStore;
		this.crisp = crisp;
		this.timeLimit = timeLimit;
		this.account = account;
	}

	/**
	 * Return a tester that delivers events of an account, if the application has several.
	 * The conversations, calls and stubs are those of this tester.
	 * {@link CrispCall#credentials()} is the token that a call was made with.
	 * @param account the name of the account, as in {@code crisp.accounts.<name>}
	 * @return the tester
	 */
	public CrispTester account(String account) {
		return new CrispTester(this.reader, this.dispatcher, this.deduplicator, this.handoverStore, this.crisp,
				this.timeLimit, account);
	}

	/**
	 * Deliver a text message of the visitor in the default conversation.
	 * @param text the text
	 * @return the result, once the listeners have handled the message
	 * @see CrispTestConversation#visitorWrites(String)
	 */
	public CrispEventResult visitorWrites(String text) {
		return conversation().visitorWrites(text);
	}

	/**
	 * Deliver a text message of an operator in the default conversation.
	 * @param text the text
	 * @return the result, once the listeners have handled the message
	 * @see CrispTestConversation#operatorWrites(String)
	 */
	public CrispEventResult operatorWrites(String text) {
		return conversation().operatorWrites(text);
	}

	/**
	 * Return the default conversation.
	 * @return the conversation {@link #SESSION_ID} of the website {@link #WEBSITE_ID}
	 */
	public CrispTestConversation conversation() {
		return conversation(SESSION_ID);
	}

	/**
	 * Return a conversation of the default website.
	 * @param sessionId the identifier of the conversation
	 * @return the conversation
	 */
	public CrispTestConversation conversation(String sessionId) {
		return conversation(WEBSITE_ID, sessionId);
	}

	/**
	 * Return a conversation.
	 * @param websiteId the identifier of the website
	 * @param sessionId the identifier of the conversation
	 * @return the conversation
	 */
	public CrispTestConversation conversation(String websiteId, String sessionId) {
		return new CrispTestConversation(this, this.crisp.conversations().get(websiteId, sessionId));
	}

	/**
	 * Deliver an event.
	 * @param event the event
	 * @return the result, once the listeners have handled the event
	 * @throws AssertionError if the listeners do not handle it within 30 seconds
	 */
	public CrispEventResult deliver(CrispEvent event) {
		return deliver(event, CrispJson.copyToTree(event));
	}

	/**
	 * Deliver an event as Crisp sends it.
	 * @param name the name of the event, such as {@code session:set_state}
	 * @param data the data of the event as JSON; the default website is added if it has
	 * no {@code website_id}
	 * @return the result, once the listeners have handled the event
	 * @throws AssertionError if the listeners do not handle it within 30 seconds
	 */
	public CrispEventResult deliver(String name, String data) {
		JsonNode json = CrispJson.mapper().readTree(data);
		if (json instanceof ObjectNode object && !object.has("website_id")) {
			object.put("website_id", WEBSITE_ID);
		}
		return deliver(this.reader.read(name, WEBSITE_ID, json), json);
	}

	private CrispEventResult deliver(CrispEvent event, JsonNode data) {
		if (event instanceof ConversationEvent inConversation) {
			TestHistory history = this.crisp.conversations()
				.get(inConversation.websiteId(), inConversation.sessionId());
			history.open();
			if (event instanceof ChatMessageEvent && data instanceof ObjectNode message) {
				history.add(message);
			}
		}
		int before = this.crisp.callCount();
		try {
			this.dispatcher
				.dispatch(event,
						new CrispDelivery(this.account, CrispDelivery.Transport.APPLICATION, null, null, Instant.now(),
								1, null, 0, EventJson.of(data)))
				.timeout(this.timeLimit, Mono.error(() -> timeLimitExceeded(event)))
				.block();
		}
		catch (RuntimeException ex) {
			ReflectionUtils.rethrowRuntimeException(Exceptions.unwrap(ex));
		}
		return new CrispEventResult(this.crisp.callsSince(before));
	}

	private AssertionError timeLimitExceeded(CrispEvent event) {
		return new AssertionError("The listeners did not handle '%s' within %s".formatted(event.name(),
				DurationFormatterUtils.print(this.timeLimit, DurationFormat.Style.SIMPLE)));
	}

	/**
	 * Define how Crisp responds to calls of a route.
	 * @param method the HTTP method; a response to {@code GET} applies to {@code HEAD}
	 * too
	 * @param path the path as a
	 * {@linkplain org.springframework.web.util.pattern.PathPattern pattern}, such as
	 * {@code /v1/website/{websiteId}/conversation/{sessionId}/meta}
	 * @return the stub, which takes the response
	 */
	public CrispStub given(HttpMethod method, String path) {
		return new CrispStub(method, path, this.crisp::add);
	}

	/**
	 * Return the calls that the application made, whether or not a listener made them.
	 * Each attempt of a call that is retried counts.
	 * @return the calls since the last reset, in order
	 */
	public List<CrispCall> calls() {
		return this.crisp.callsSince(0);
	}

	/**
	 * Forget all calls, stubs and conversations, which events were handled and which
	 * conversations operators handle. This happens after each test method. A
	 * {@link CrispEventDeduplicator} or {@link CrispHandoverStore} of the application is
	 * not reset.
	 */
	public void reset() {
		this.crisp.reset();
		if (this.deduplicator instanceof InMemoryCrispEventDeduplicator inMemory) {
			inMemory.clear();
		}
		if (this.handoverStore instanceof InMemoryCrispHandoverStore inMemory) {
			inMemory.clear();
		}
	}

}
