package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import reactor.core.publisher.Flux;

/**
 * Reads the conversations that have changed since a time, which includes new ones, the
 * latest change first. A page is read when its first conversation is requested.
 * <p>
 * Each conversation has a cursor. To continue later, for example after a restart, store
 * the cursor of the last conversation that was processed and pass it to {@code after}.
 * What has not been returned is returned then, followed by what has changed meanwhile. If
 * nothing is returned, the cursor remains the same.
 * <p>
 * Conversations that are created or change while the list is read are neither skipped nor
 * repeated at the edges of pages; they are returned by the next reading. As the pages of
 * Crisp are numbered, a conversation may be skipped if others are removed meanwhile.
 */
public final class ConversationChanges {

	private static final ConversationListQuery QUERY = ConversationListQuery.builder()
		.perPage(50)
		.orderDateUpdated(true)
		.build();

	private ConversationChanges() {
	}

	/**
	 * Return the conversations that have changed since a time.
	 * @param client the client
	 * @param websiteId the identifier of the website
	 * @param since the time, {@link Instant#EPOCH} for all conversations
	 * @return the conversations, the latest change first
	 */
	public static Flux<ConversationChange> since(ReactiveWebsiteConversationClient client, String websiteId,
			Instant since) {
		return read(client, websiteId, ConversationCursor.since(since));
	}

	/**
	 * Return the conversations that have not been returned yet, and those that have
	 * changed since.
	 * @param client the client
	 * @param websiteId the identifier of the website
	 * @param cursor the cursor of the last conversation that was processed
	 * @return the conversations
	 * @throws IllegalArgumentException if the cursor is malformed
	 */
	public static Flux<ConversationChange> after(ReactiveWebsiteConversationClient client, String websiteId,
			String cursor) {
		return read(client, websiteId, ConversationCursor.parse(cursor));
	}

	private static Flux<ConversationChange> read(ReactiveWebsiteConversationClient client, String websiteId,
			ConversationCursor cursor) {
		return Flux.defer(() -> {
			ChangeReading reading = new ChangeReading(cursor);
			return Flux.defer(() -> client.listConversations(websiteId, reading.page(), QUERY))
				.collectList()
				.flatMapIterable(reading::accept)
				.repeat(() -> !reading.isDone());
		});
	}

	/**
	 * Return the conversations that have changed since a time. Each page is read in a
	 * blocking call.
	 * @param client the client
	 * @param websiteId the identifier of the website
	 * @param since the time, {@link Instant#EPOCH} for all conversations
	 * @return the conversations, the latest change first, as a sequential stream
	 */
	public static Stream<ConversationChange> since(WebsiteConversationClient client, String websiteId, Instant since) {
		return read(client, websiteId, ConversationCursor.since(since));
	}

	/**
	 * Return the conversations that have not been returned yet, and those that have
	 * changed since. Each page is read in a blocking call.
	 * @param client the client
	 * @param websiteId the identifier of the website
	 * @param cursor the cursor of the last conversation that was processed
	 * @return the conversations, as a sequential stream
	 * @throws IllegalArgumentException if the cursor is malformed
	 */
	public static Stream<ConversationChange> after(WebsiteConversationClient client, String websiteId, String cursor) {
		return read(client, websiteId, ConversationCursor.parse(cursor));
	}

	private static Stream<ConversationChange> read(WebsiteConversationClient client, String websiteId,
			ConversationCursor cursor) {
		ChangeReading reading = new ChangeReading(cursor);
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(
				reading.iterate((page) -> client.listConversations(websiteId, page, QUERY)),
				Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

}
