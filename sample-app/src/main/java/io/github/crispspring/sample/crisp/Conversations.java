package io.github.crispspring.sample.crisp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Most recent conversations. Adding one beyond the limit removes the oldest. Not
 * thread-safe: {@link CrispWebsite} synchronizes the access.
 */
final class Conversations {

	static final int LIMIT = 1_000;

	private final Map<String, Conversation> bySession = new HashMap<>();

	private final Deque<Conversation> oldestFirst = new ArrayDeque<>();

	private final Watchers<DeskChange> desk;

	Conversations(Watchers<DeskChange> desk) {
		this.desk = desk;
	}

	void add(Conversation conversation) {
		if (this.oldestFirst.size() == LIMIT) {
			remove(this.oldestFirst.getFirst());
		}
		this.oldestFirst.addLast(conversation);
		this.bySession.put(conversation.sessionId(), conversation);
		conversation.listed();
	}

	@Nullable Conversation find(String sessionId) {
		return this.bySession.get(sessionId);
	}

	Conversation require(String sessionId) {
		Conversation conversation = find(sessionId);
		if (conversation == null) {
			throw RejectedRequestException.conversationNotFound();
		}
		return conversation;
	}

	void remove(Conversation conversation) {
		this.oldestFirst.remove(conversation);
		this.bySession.remove(conversation.sessionId());
		conversation.end();
		this.desk.notify(new DeskChange.ConversationRemoved(conversation.sessionId()));
	}

	List<Conversation> page(int page, int size) {
		List<Conversation> newestFirst = newestFirst();
		long from = Math.min((long) (page - 1) * size, newestFirst.size());
		return newestFirst.subList((int) from, (int) Math.min(from + size, newestFirst.size()));
	}

	List<Conversation> newestFirst() {
		List<Conversation> newestFirst = new ArrayList<>(this.oldestFirst);
		Collections.reverse(newestFirst);
		return newestFirst;
	}

}
