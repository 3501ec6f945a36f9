package io.github.crispspring.client.website.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.RestTester;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ConversationChanges}.
 */
class ConversationChangesTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final String CONVERSATIONS = "/v1/website/w/conversations/";

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final Map<String, Instant> conversations = new HashMap<>();

	private int pageSize = 3;

	private int time;

	private boolean sameTime;

	@Test
	void conversationsAreReturnedFromTheLatestChangeToTheFirst() {
		change("a", "b", "c", "d", "e");
		assertThat(ids(read(ConversationCursor.since(START)))).containsExactly("e", "d", "c", "b", "a");
	}

	@Test
	void conversationsThatChangedBeforeTheTimeAreNotReturned() {
		change("a", "b", "c");
		assertThat(ids(read(ConversationCursor.since(START.plusSeconds(2))))).containsExactly("c", "b");
	}

	@Test
	void nextReadingReturnsWhatChangedSince() {
		change("a", "b");
		String cursor = last(read(ConversationCursor.since(START)));
		change("c", "a");
		assertThat(ids(read(ConversationCursor.parse(cursor)))).containsExactly("a", "c");
	}

	@Test
	void nothingIsReturnedIfNothingHasChanged() {
		change("a", "b");
		String cursor = last(read(ConversationCursor.since(START)));
		assertThat(read(ConversationCursor.parse(cursor))).isEmpty();
	}

	@Test
	void conversationThatChangesInTheSameMillisecondIsReturnedByTheNextReading() {
		change("a");
		String cursor = last(read(ConversationCursor.since(START)));
		this.conversations.put("b", this.conversations.get("a"));
		assertThat(ids(read(ConversationCursor.parse(cursor)))).containsExactly("b");
	}

	@Test
	void newConversationsDuringTheReadingDoNotRepeatAnyAtTheEdgeOfPages() {
		change("a", "b", "c", "d", "e");
		Iterator<ConversationChange> changes = iterate(ConversationCursor.since(START));
		List<String> ids = new ArrayList<>();
		ids.add(changes.next().conversation().sessionId());
		change("f", "g");
		changes.forEachRemaining((change) -> ids.add(change.conversation().sessionId()));
		assertThat(ids).containsExactly("e", "d", "c", "b", "a");
	}

	@Test
	void conversationThatMovesToAPageThatWasReadIsReturnedByTheNextReading() {
		change("a", "b", "c", "d", "e");
		Iterator<ConversationChange> changes = iterate(ConversationCursor.since(START));
		changes.next();
		change("a");
		List<ConversationChange> rest = new ArrayList<>();
		changes.forEachRemaining(rest::add);
		assertThat(ids(rest)).containsExactly("d", "c", "b");
		assertThat(ids(read(ConversationCursor.parse(last(rest))))).containsExactly("a");
	}

	@Test
	void interruptedReadingIsResumed() {
		change("a", "b", "c", "d", "e");
		Iterator<ConversationChange> changes = iterate(ConversationCursor.since(START));
		changes.next();
		String cursor = changes.next().cursor();
		change("f");
		assertThat(ids(read(ConversationCursor.parse(cursor)))).containsExactly("c", "b", "a", "f");
	}

	@Test
	void readingIsResumedAlthoughConversationsWereRemoved() {
		change("a", "b", "c", "d", "e", "f", "g");
		Iterator<ConversationChange> changes = iterate(ConversationCursor.since(START));
		String cursor = "";
		for (int i = 0; i < 4; i++) {
			cursor = changes.next().cursor();
		}
		this.conversations.keySet().removeAll(Set.of("g", "f", "e"));
		assertThat(ids(read(ConversationCursor.parse(cursor)))).containsExactly("c", "b", "a");
	}

	static Stream<Long> anySequenceOfChangesAndRestartsReturnsEachChangeOnce() {
		return Stream.iterate(1L, (seed) -> seed + 1).limit(200);
	}

	@ParameterizedTest
	@MethodSource
	void anySequenceOfChangesAndRestartsReturnsEachChangeOnce(long seed) {
		Random random = new Random(seed);
		this.pageSize = 1 + random.nextInt(4);
		Set<String> returned = new HashSet<>();
		ConversationCursor cursor = ConversationCursor.since(START);
		for (int i = 0; i < 30; i++) {
			Iterator<ConversationChange> changes = iterate(cursor);
			while (changes.hasNext() && random.nextInt(10) > 0) {
				ConversationChange change = changes.next();
				assertThat(returned.add(change.conversation().sessionId() + change.conversation().updatedAt()))
					.isTrue();
				cursor = ConversationCursor.parse(change.cursor());
				if (random.nextInt(3) == 0) {
					change("conversation-" + random.nextInt(12));
				}
				if (random.nextInt(4) == 0) {
					this.sameTime = true;
				}
			}
			change("conversation-" + random.nextInt(12));
		}
		for (ConversationChange change : read(cursor)) {
			assertThat(returned.add(change.conversation().sessionId() + change.conversation().updatedAt())).isTrue();
		}
		this.conversations.forEach((id, time) -> assertThat(returned).contains(id + time));
	}

	@Test
	void malformedCursorIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> ConversationCursor.parse("cursor"))
			.withMessageContaining("malformed");
	}

	@Test
	void listInAnotherOrderIsRejected() {
		ChangeReading reading = new ChangeReading(ConversationCursor.since(START));
		assertThatIllegalStateException().isThrownBy(() -> reading
			.accept(List.of(conversation("a", START.plusSeconds(1)), conversation("b", START.plusSeconds(2)))));
	}

	@Test
	void bothClientsReadThePagesOnDemand() {
		long time = START.toEpochMilli();
		stubPage(1, "{\"session_id\":\"b\",\"website_id\":\"w\",\"updated_at\":%d}".formatted(time + 1));
		stubPage(2, "{\"session_id\":\"a\",\"website_id\":\"w\",\"updated_at\":%d}".formatted(time));
		stubPage(3, "");
		WebsiteConversationClient blocking = new CrispClient(RestTester.connectTo(crisp).build()).website();
		assertThat(ConversationChanges.since(blocking, "w", START).findFirst()).isPresent();
		crisp.verify(0, getRequestedFor(urlPathEqualTo(CONVERSATIONS + 2)));
		assertThat(ConversationChanges.since(blocking, "w", START).map(ConversationChangesTests::id))
			.containsExactly("b", "a");
		ReactiveWebsiteConversationClient reactive = new ReactiveCrispClient(RestTester.connectTo(crisp).build())
			.website();
		List<ConversationChange> changes = ConversationChanges.since(reactive, "w", START).collectList().block();
		assertThat(ids(changes)).containsExactly("b", "a");
		String cursor = changes.get(0).cursor();
		assertThat(ConversationChanges.after(reactive, "w", cursor)
			.map(ConversationChangesTests::id)
			.collectList()
			.block()).containsExactly("a");
		assertThat(ConversationChanges.after(blocking, "w", cursor).map(ConversationChangesTests::id))
			.containsExactly("a");
	}

	private static void stubPage(int number, String conversation) {
		crisp.stubFor(get(urlPathEqualTo(CONVERSATIONS + number)).withQueryParam("order_date_updated", equalTo("1"))
			.withQueryParam("per_page", equalTo("50"))
			.willReturn(okJson("{\"data\":[%s]}".formatted(conversation))));
	}

	private void change(String... ids) {
		for (String id : ids) {
			Instant current = this.conversations.get(id);
			this.time = this.sameTime ? Math.max(this.time, 1) : this.time + 1;
			this.sameTime = false;
			Instant next = START.plusSeconds(this.time);
			this.conversations.put(id, (current != null && !next.isAfter(current)) ? current : next);
		}
	}

	private List<ConversationChange> read(ConversationCursor cursor) {
		List<ConversationChange> changes = new ArrayList<>();
		iterate(cursor).forEachRemaining(changes::add);
		return changes;
	}

	private Iterator<ConversationChange> iterate(ConversationCursor cursor) {
		return new ChangeReading(cursor).iterate(this::page);
	}

	private List<Conversation> page(int number) {
		return this.conversations.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Instant>comparingByValue()
				.reversed()
				.thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
			.skip((number - 1L) * this.pageSize)
			.limit(this.pageSize)
			.map((entry) -> conversation(entry.getKey(), entry.getValue()))
			.toList();
	}

	private static Conversation conversation(String id, @Nullable Instant updatedAt) {
		return new Conversation(id, "w", null, null, null, null, null, null, null, null, null, null, null, List.of(),
				List.of(), List.of(), null, null, null, null, null, updatedAt, null);
	}

	private static String id(ConversationChange change) {
		return change.conversation().sessionId();
	}

	private static List<String> ids(List<ConversationChange> changes) {
		return changes.stream().map(ConversationChangesTests::id).toList();
	}

	private static String last(List<ConversationChange> changes) {
		return changes.get(changes.size() - 1).cursor();
	}

}
