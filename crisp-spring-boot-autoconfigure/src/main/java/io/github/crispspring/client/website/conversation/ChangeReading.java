package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * One reading of the conversations that have changed. A reading that is resumed is
 * completed, and then followed by another one.
 */
final class ChangeReading {

	private Instant since;

	private Set<String> sinceIds;

	private boolean resumed;

	private boolean searching;

	private @Nullable Instant top;

	private Set<String> topIds = new TreeSet<>();

	private @Nullable Instant last;

	private Set<String> lastIds = new TreeSet<>();

	private int page = 1;

	private boolean done;

	ChangeReading(ConversationCursor cursor) {
		this.since = cursor.since();
		this.sinceIds = cursor.sinceIds();
		ConversationCursor.Reading reading = cursor.reading();
		if (reading != null) {
			this.resumed = true;
			this.searching = true;
			this.top = reading.top();
			this.topIds.addAll(reading.topIds());
			this.last = reading.last();
			this.lastIds.addAll(reading.lastIds());
			this.page = reading.page();
		}
	}

	/**
	 * Return the number of the page to read next.
	 */
	int page() {
		return this.page;
	}

	boolean isDone() {
		return this.done;
	}

	/**
	 * Accept the page that was read.
	 * @return the changes on it that were not returned before
	 */
	List<ConversationChange> accept(List<Conversation> conversations) {
		if (this.searching && this.page > 1 && isBehind(conversations)) {
			this.page--;
			return List.of();
		}
		this.searching = false;
		List<ConversationChange> changes = new ArrayList<>();
		boolean complete = conversations.isEmpty();
		Instant previous = null;
		for (Conversation conversation : conversations) {
			Instant time = time(conversation);
			if (previous != null && time.isAfter(previous)) {
				throw new IllegalStateException(
						"Crisp does not list the conversations in the order of their last change, so that changes cannot be read");
			}
			previous = time;
			if (time.isBefore(this.since)) {
				complete = true;
				break;
			}
			if (isNew(conversation, time)) {
				changes.add(change(conversation, time));
			}
		}
		if (complete) {
			complete();
		}
		else {
			this.page++;
		}
		return changes;
	}

	/**
	 * Return whether a page begins after the position, as conversations were removed.
	 */
	private boolean isBehind(List<Conversation> conversations) {
		return conversations.isEmpty() || (this.last != null && time(conversations.get(0)).isBefore(this.last));
	}

	private boolean isNew(Conversation conversation, Instant time) {
		if (this.top == null) {
			this.top = time;
		}
		boolean changedMeanwhile = time.isAfter(this.top);
		boolean returned = this.last != null && (time.isAfter(this.last)
				|| (time.equals(this.last) && this.lastIds.contains(conversation.sessionId())));
		boolean returnedBefore = time.equals(this.since) && this.sinceIds.contains(conversation.sessionId());
		return !changedMeanwhile && !returned && !returnedBefore;
	}

	private ConversationChange change(Conversation conversation, Instant time) {
		if (!time.equals(this.last)) {
			this.last = time;
			this.lastIds = new TreeSet<>();
		}
		this.lastIds.add(conversation.sessionId());
		Instant top = (this.top != null) ? this.top : time;
		if (time.equals(top)) {
			this.topIds.add(conversation.sessionId());
		}
		ConversationCursor.Reading reading = new ConversationCursor.Reading(top, this.topIds, time, this.lastIds,
				this.page);
		return new ConversationChange(conversation,
				new ConversationCursor(this.since, this.sinceIds, reading).format());
	}

	private void complete() {
		if (!this.resumed || this.top == null) {
			this.done = true;
			return;
		}
		this.resumed = false;
		this.sinceIds = this.top.equals(this.since) ? union(this.sinceIds, this.topIds) : this.topIds;
		this.since = this.top;
		this.top = null;
		this.topIds = new TreeSet<>();
		this.last = null;
		this.lastIds = new TreeSet<>();
		this.page = 1;
	}

	private static Set<String> union(Set<String> some, Set<String> others) {
		Set<String> union = new TreeSet<>(some);
		union.addAll(others);
		return union;
	}

	private static Instant time(Conversation conversation) {
		Instant time = (conversation.updatedAt() != null) ? conversation.updatedAt() : conversation.createdAt();
		return (time != null) ? time : Instant.EPOCH;
	}

	/**
	 * Iterate over the changes.
	 * @param pages reads the page with a number
	 */
	Iterator<ConversationChange> iterate(IntFunction<List<Conversation>> pages) {
		return new Iterator<>() {

			private Iterator<ConversationChange> changes = Collections.emptyIterator();

			@Override
			public boolean hasNext() {
				while (!this.changes.hasNext() && !isDone()) {
					this.changes = accept(pages.apply(page())).iterator();
				}
				return this.changes.hasNext();
			}

			@Override
			public ConversationChange next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				return this.changes.next();
			}

		};
	}

}
