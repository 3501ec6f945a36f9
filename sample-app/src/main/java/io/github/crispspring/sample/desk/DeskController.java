package io.github.crispspring.sample.desk;

import java.util.List;

import io.github.crispspring.sample.crisp.ChatMessage;
import io.github.crispspring.sample.crisp.DeskOperator;
import io.github.crispspring.sample.crisp.EmbeddedCrisp;
import io.github.crispspring.sample.crisp.OnlyWithEmbeddedCrisp;
import io.github.crispspring.sample.crisp.OperatorDesk;
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
 * HTTP endpoints of the operator's part of the page, which acts as the first operator of
 * the website.
 */
@RestController
@RequestMapping("/desk")
@OnlyWithEmbeddedCrisp
class DeskController {

	private static final int TEXT_LIMIT = 4_000;

	private final OperatorDesk desk;

	DeskController(EmbeddedCrisp crisp) {
		this.desk = crisp.desk();
	}

	@GetMapping("/operators")
	List<DeskOperator> operators() {
		return this.desk.operators();
	}

	@GetMapping("/conversations/{sessionId}/messages")
	List<ChatMessage> messages(@PathVariable String sessionId) {
		return this.desk.messages(sessionId);
	}

	@PostMapping("/conversations/{sessionId}/messages")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void write(@PathVariable String sessionId, @RequestBody NewMessage message) {
		String text = message.text();
		if (!StringUtils.hasText(text) || text.length() > TEXT_LIMIT) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"text should have 1 to " + TEXT_LIMIT + " characters");
		}
		if (message.note()) {
			this.desk.note(me(), sessionId, text);
		}
		else {
			this.desk.write(me(), sessionId, text);
		}
	}

	@PutMapping("/conversations/{sessionId}/typing")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void type(@PathVariable String sessionId, @RequestBody Typing typing) {
		this.desk.type(me(), sessionId, typing.typing());
	}

	@PutMapping("/conversations/{sessionId}/read")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void read(@PathVariable String sessionId) {
		this.desk.read(sessionId);
	}

	@PutMapping("/conversations/{sessionId}/state")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void state(@PathVariable String sessionId, @RequestBody State state) {
		this.desk.state(sessionId, (state.state() != null) ? state.state() : "");
	}

	@PutMapping("/conversations/{sessionId}/assigned")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void assign(@PathVariable String sessionId, @RequestBody Assigned assigned) {
		this.desk.assign(sessionId, StringUtils.hasText(assigned.userId()) ? assigned.userId() : null);
	}

	private DeskOperator me() {
		return this.desk.operators().get(0);
	}

	/**
	 * Message or note of the operator.
	 *
	 * @param text the text
	 * @param note whether it is a note, which the visitor does not see
	 */
	record NewMessage(@Nullable String text, boolean note) {
	}

	/**
	 * Typing state of the operator.
	 *
	 * @param typing whether the operator is typing
	 */
	record Typing(boolean typing) {
	}

	/**
	 * Requested state of the conversation.
	 *
	 * @param state {@code pending}, {@code unresolved} or {@code resolved}
	 */
	record State(@Nullable String state) {
	}

	/**
	 * Requested assignment of the conversation.
	 *
	 * @param userId the identifier of the operator, or empty to unassign the conversation
	 */
	record Assigned(@Nullable String userId) {
	}

}
