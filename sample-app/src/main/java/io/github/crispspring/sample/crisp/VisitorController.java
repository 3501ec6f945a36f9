package io.github.crispspring.sample.crisp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What the visitor's page calls. It acts on the {@link EmbeddedCrisp} only: with real
 * credentials a visitor writes in the website's own chat box, and all but
 * {@code /visitor/info} is not found.
 */
@RestController
@RequestMapping("/visitor")
class VisitorController {

	private static final int TEXT_LIMIT = 4_000;

	private static final Duration HEARTBEAT = Duration.ofSeconds(15);

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private final ObjectProvider<EmbeddedCrisp> embeddedCrisp;

	private final Environment environment;

	private final ApplicationContext context;

	VisitorController(ObjectProvider<EmbeddedCrisp> embeddedCrisp, Environment environment,
			ApplicationContext context) {
		this.embeddedCrisp = embeddedCrisp;
		this.environment = environment;
		this.context = context;
	}

	@GetMapping("/info")
	Info info() {
		boolean embedded = this.embeddedCrisp.getIfAvailable() != null;
		boolean rtm = this.environment.getProperty("crisp.rtm.enabled", Boolean.class, false);
		return new Info(embedded ? "embedded" : "real", rtm ? "rtm" : "webhook");
	}

	@PostMapping("/conversations")
	@ResponseStatus(HttpStatus.CREATED)
	Session open() {
		String nickname = "visitor" + ThreadLocalRandom.current().nextInt(100, 1_000);
		return new Session(crisp().openConversation(nickname));
	}

	@GetMapping("/conversations/{sessionId}/messages")
	List<ChatMessage> transcript(@PathVariable String sessionId) {
		return crisp().transcript(sessionId);
	}

	@PostMapping("/conversations/{sessionId}/messages")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void write(@PathVariable String sessionId, @RequestBody NewMessage message) {
		String text = message.text();
		if (!StringUtils.hasText(text) || text.length() > TEXT_LIMIT) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"text should have 1 to " + TEXT_LIMIT + " characters");
		}
		crisp().visitorWrites(sessionId, text);
	}

	@PutMapping("/conversations/{sessionId}/messages/{fingerprint}/choice")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void choose(@PathVariable String sessionId, @PathVariable long fingerprint, @RequestBody Choice choice) {
		crisp().visitorChooses(sessionId, fingerprint, (choice.value() != null) ? choice.value() : "");
	}

	@GetMapping(path = "/conversations/{sessionId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<ServerSentEvent<Object>> stream(@PathVariable String sessionId) {
		EmbeddedCrisp crisp = crisp();
		if (!crisp.hasConversation(sessionId)) {
			throw Refusal.conversationNotFound();
		}
		Flux<ServerSentEvent<Object>> changes = crisp.changes(sessionId).map(VisitorController::toEvent);
		// Only writing shows that a browser has gone.
		Flux<ServerSentEvent<Object>> heartbeat = Flux.interval(HEARTBEAT)
			.map((tick) -> ServerSentEvent.builder().comment("").build())
			.onBackpressureDrop();
		// As signals, since the end of the changes is to end the stream, heartbeat and
		// all.
		return Flux.merge(changes.materialize(), heartbeat.map(Signal::next))
			.<ServerSentEvent<Object>>dematerialize()
			.takeUntilOther(this.closing.asMono());
	}

	/**
	 * Ends the streams before the web server waits for its requests to finish.
	 * @param event tells that the application stops
	 */
	@EventListener
	void onClose(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing.tryEmitEmpty();
		}
	}

	@ExceptionHandler
	ResponseEntity<Map<String, String>> onRefusal(Refusal refusal) {
		// Said outright, since an event stream is all that the page's EventSource
		// accepts.
		return ResponseEntity.status(refusal.envelope().status())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("reason", refusal.envelope().reason()));
	}

	private EmbeddedCrisp crisp() {
		EmbeddedCrisp crisp = this.embeddedCrisp.getIfAvailable();
		if (crisp == null) {
			throw Refusal.noRoute();
		}
		return crisp;
	}

	private static ServerSentEvent<Object> toEvent(ConversationChange change) {
		if (change instanceof ConversationChange.MessageChanged changed) {
			return ServerSentEvent.<Object>builder(changed.message()).event("message").build();
		}
		if (change instanceof ConversationChange.OperatorTyping) {
			return ServerSentEvent.<Object>builder(change).event("typing").build();
		}
		return ServerSentEvent.<Object>builder(change).event("state").build();
	}

	/**
	 * What the page says in its header.
	 *
	 * @param crisp {@code embedded} or {@code real}
	 * @param transport {@code webhook} or {@code rtm}
	 */
	record Info(String crisp, String transport) {
	}

	/**
	 * A conversation that was opened.
	 *
	 * @param sessionId the session id
	 */
	record Session(String sessionId) {
	}

	/**
	 * What the visitor typed.
	 *
	 * @param text the text
	 */
	record NewMessage(@Nullable String text) {
	}

	/**
	 * What the visitor chose.
	 *
	 * @param value the value of the choice
	 */
	record Choice(@Nullable String value) {
	}

}
