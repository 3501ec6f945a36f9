package io.github.crispspring.sample.shop;

import java.net.URI;
import java.util.List;

import io.github.crispspring.embedded.EmbeddedConversation;
import io.github.crispspring.embedded.EmbeddedCrisp;
import io.github.crispspring.embedded.EmbeddedMessage;
import io.github.crispspring.embedded.EmbeddedVisitor;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The chat box of the shop, which writes to the embedded Crisp as a visitor. A shop that
 * uses the real Crisp has Crisp's own chat box instead.
 */
@RestController
@RequestMapping("/chat")
@ConditionalOnClass(EmbeddedCrisp.class)
class ChatController {

	private static final String VISITOR = EmbeddedVisitor.class.getName();

	private final ObjectProvider<EmbeddedCrisp> crisp;

	ChatController(ObjectProvider<EmbeddedCrisp> crisp) {
		this.crisp = crisp;
	}

	/** Return what the visitor and the shop have written. */
	@GetMapping
	Chat chat(HttpSession session) {
		EmbeddedCrisp crisp = crisp();
		EmbeddedVisitor visitor = visitor(session, crisp);
		if (visitor == null) {
			return new Chat(crisp.url(), List.of(), false);
		}
		EmbeddedConversation conversation = visitor.conversation();
		return new Chat(crisp.url(),
				conversation.messages().stream().filter(EmbeddedMessage::isVisibleToVisitor).toList(),
				conversation.isOperatorTyping());
	}

	/** Write a message, the first one in a new conversation. */
	@PostMapping
	@ResponseStatus(HttpStatus.ACCEPTED)
	void write(@RequestBody Text text, HttpSession session) {
		EmbeddedCrisp crisp = crisp();
		EmbeddedVisitor visitor = visitor(session, crisp);
		if (visitor == null) {
			visitor = crisp.visitor("Ada");
			session.setAttribute(VISITOR, visitor);
		}
		visitor.writes(text.text());
	}

	/** Choose from the latest picker. */
	@PutMapping("/choice")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void choose(@RequestBody Choice choice, HttpSession session) {
		EmbeddedVisitor visitor = visitor(session, crisp());
		if (visitor == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no conversation");
		}
		visitor.chooses(choice.value());
	}

	/** Report whether the visitor is typing. */
	@PutMapping("/typing")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void type(@RequestBody Typing typing, HttpSession session) {
		EmbeddedVisitor visitor = visitor(session, crisp());
		if (visitor != null) {
			visitor.types(typing.typing());
		}
	}

	/** Report that the visitor has read the messages. */
	@PutMapping("/read")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void read(HttpSession session) {
		EmbeddedVisitor visitor = visitor(session, crisp());
		if (visitor != null) {
			visitor.reads();
		}
	}

	private EmbeddedCrisp crisp() {
		EmbeddedCrisp crisp = this.crisp.getIfAvailable();
		if (crisp == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The embedded Crisp is not running");
		}
		return crisp;
	}

	/** The console can forget conversations. */
	private static @Nullable EmbeddedVisitor visitor(HttpSession session, EmbeddedCrisp crisp) {
		return (session.getAttribute(VISITOR) instanceof EmbeddedVisitor visitor && crisp.conversations()
			.stream()
			.anyMatch((each) -> each.sessionId().equals(visitor.conversation().sessionId()))) ? visitor : null;
	}

	/**
	 * State of the chat box.
	 *
	 * @param console the URL of the console
	 * @param messages the messages, the oldest first
	 * @param typing whether the shop is typing
	 */
	record Chat(URI console, List<EmbeddedMessage> messages, boolean typing) {
	}

	/**
	 * Text that the visitor writes.
	 *
	 * @param text the text
	 */
	record Text(String text) {
	}

	/**
	 * Whether the visitor is typing.
	 *
	 * @param typing whether the visitor is typing
	 */
	record Typing(boolean typing) {
	}

	/**
	 * Choice of the visitor.
	 *
	 * @param value the value that identifies it
	 */
	record Choice(String value) {
	}

}
