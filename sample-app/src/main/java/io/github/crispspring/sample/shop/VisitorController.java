package io.github.crispspring.sample.shop;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
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
 * HTTP endpoints of the chat box.
 */
@RestController
@RequestMapping("/visitor/conversations")
@OnlyWithEmbeddedCrisp
class VisitorController {

	private static final int TEXT_LIMIT = 4_000;

	private final EmbeddedCrisp crisp;

	VisitorController(EmbeddedCrisp crisp) {
		this.crisp = crisp;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Session open() {
		String nickname = "visitor" + ThreadLocalRandom.current().nextInt(100, 1_000);
		return new Session(this.crisp.openConversation(nickname));
	}

	@GetMapping("/{sessionId}/messages")
	List<ChatMessage> transcript(@PathVariable String sessionId) {
		return this.crisp.transcript(sessionId);
	}

	@PostMapping("/{sessionId}/messages")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void write(@PathVariable String sessionId, @RequestBody NewMessage message) {
		String text = message.text();
		if (!StringUtils.hasText(text) || text.length() > TEXT_LIMIT) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"text should have 1 to " + TEXT_LIMIT + " characters");
		}
		this.crisp.visitorWrites(sessionId, text);
	}

	@PutMapping("/{sessionId}/messages/{fingerprint}/choice")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void choose(@PathVariable String sessionId, @PathVariable long fingerprint, @RequestBody Choice choice) {
		this.crisp.visitorChooses(sessionId, fingerprint, (choice.value() != null) ? choice.value() : "");
	}

	@PutMapping("/{sessionId}/typing")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void type(@PathVariable String sessionId, @RequestBody Typing typing) {
		this.crisp.visitorTypes(sessionId, typing.typing());
	}

	@PutMapping("/{sessionId}/read")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void read(@PathVariable String sessionId) {
		this.crisp.visitorReads(sessionId);
	}

	/**
	 * Conversation that was opened.
	 *
	 * @param sessionId the session identifier
	 */
	record Session(String sessionId) {
	}

	/**
	 * Message of the visitor.
	 *
	 * @param text the text
	 */
	record NewMessage(@Nullable String text) {
	}

	/**
	 * Choice of the visitor.
	 *
	 * @param value the value of the choice
	 */
	record Choice(@Nullable String value) {
	}

	/**
	 * Typing state of the visitor.
	 *
	 * @param typing whether the visitor is typing
	 */
	record Typing(boolean typing) {
	}

}
