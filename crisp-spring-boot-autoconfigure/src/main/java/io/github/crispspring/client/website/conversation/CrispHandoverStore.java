package io.github.crispspring.client.website.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Strategy for remembering which conversations an operator handles. Entries may be
 * removed at any time, as a missing one is read from Crisp.
 *
 * @see InMemoryCrispHandoverStore
 */
public interface CrispHandoverStore {

	/**
	 * Return what is remembered of a conversation.
	 * @param key the key of the conversation
	 * @return the entry, empty if there is none
	 */
	Mono<Handover> find(String key);

	/**
	 * Replace what is remembered of a conversation, unless it has changed meanwhile.
	 * @param key the key of the conversation
	 * @param expected the current entry, or {@code null} if there is none
	 * @param replacement the new entry
	 * @return whether the entry was replaced
	 */
	Mono<Boolean> replace(String key, @Nullable Handover expected, Handover replacement);

	/**
	 * What is remembered of a conversation.
	 *
	 * @param status who handles the conversation
	 * @param changedAt the time of the newest event that was applied, by the clock of
	 * Crisp, or {@code null} if not known
	 * @param checkedAt the time of the last confirmation, by an event or by reading the
	 * conversation, by the clock of the application
	 */
	record Handover(Status status, @Nullable Instant changedAt, Instant checkedAt) {

		boolean isHandledByOperator() {
			return this.status != Status.NONE;
		}

	}

	/**
	 * Who handles a conversation.
	 */
	enum Status {

		/**
		 * No operator.
		 */
		NONE,

		/**
		 * An operator who has answered, without an assignment that is known.
		 */
		ANSWERED,

		/**
		 * The operator to whom the conversation is assigned.
		 */
		ASSIGNED

	}

}
