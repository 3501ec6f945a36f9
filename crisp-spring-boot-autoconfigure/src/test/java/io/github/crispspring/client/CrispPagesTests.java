package io.github.crispspring.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.conversation.ConversationMessage;
import io.github.crispspring.client.website.conversation.CrispConversation;
import io.github.crispspring.client.website.conversation.MessageListQuery;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.json.CrispJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CrispPagesTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final List<Integer> asked = new ArrayList<>();

	private final ReactiveWebsiteClient website = RestTester.connectTo(crisp)
		.build()
		.client(ReactiveWebsiteClient.class);

	@Test
	void allPagesAreReadUpToTheFirstEmptyOne() {
		assertThat(CrispPages.all(this::page).collectList().block())
			.containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
		assertThat(this.asked).containsExactly(1, 2, 3, 4);
	}

	@Test
	void pageIsRequestedOnDemand() {
		StepVerifier.create(CrispPages.all(this::page), 0)
			.expectSubscription()
			.then(() -> assertThat(this.asked).isEmpty())
			.thenRequest(20)
			.expectNextCount(20)
			.then(() -> assertThat(this.asked).containsExactly(1))
			.thenRequest(1)
			.expectNext(20)
			.then(() -> assertThat(this.asked).containsExactly(1, 2))
			.thenCancel()
			.verify();
	}

	@Test
	void pagesAreNotRequestedAheadOfDemand() {
		assertThat(CrispPages.all(this::page).take(20).collectList().block()).hasSize(20);
		assertThat(this.asked).containsExactly(1);
	}

	@Test
	void failedPageEndsTheList() {
		assertThatIllegalStateException()
			.isThrownBy(() -> CrispPages
				.all((page) -> (page < 3) ? page(page) : Flux.error(new IllegalStateException("page " + page)))
				.blockLast())
			.withMessage("page 3");
	}

	@Test
	void messagesAreReadBackwardsUntilThereAreNoMore() {
		crisp.stubFor(get(anyUrl()).willReturn(okJson(messages(40, 60)).withStatus(206)));
		crisp.stubFor(get(WireMock.urlPathMatching(".*")).withQueryParam("timestamp_before", WireMock.equalTo("1041"))
			.willReturn(okJson(messages(20, 41)).withStatus(206)));
		crisp.stubFor(get(WireMock.urlPathMatching(".*")).withQueryParam("timestamp_before", WireMock.equalTo("1021"))
			.willReturn(okJson(messages(0, 21)).withStatus(200)));
		List<Long> fingerprints = CrispPages
			.backwards(
					(time) -> this.website.getMessagesInConversation("w", "s", new MessageListQuery(time, null, null)),
					ConversationMessage::timestamp, ConversationMessage::fingerprint)
			.mapNotNull(ConversationMessage::fingerprint)
			.collectList()
			.block();
		assertThat(fingerprints)
			.containsExactlyElementsOf(LongStream.range(0, 60).boxed().sorted(Comparator.reverseOrder()).toList());
		crisp.verify(3, getRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void messagesOfOneMillisecondAreReturnedOnce(boolean inclusive) {
		List<Entry> all = IntStream.range(0, 100).mapToObj((i) -> new Entry(i, Instant.ofEpochMilli(i / 7))).toList();
		List<Entry> read = CrispPages
			.<Entry>backwards((before) -> before(all, before, inclusive, 20), Entry::time, Entry::id)
			.collectList()
			.block();
		assertThat(read).containsExactlyInAnyOrderElementsOf(all)
			.extracting(Entry::time)
			.isSortedAccordingTo(Comparator.reverseOrder());
	}

	@Test
	void fullPageOfOneMillisecondDoesNotEndTheList() {
		List<Entry> all = IntStream.range(0, 45)
			.mapToObj((i) -> new Entry(i, Instant.ofEpochMilli((i < 5) ? 1 : 2)))
			.toList();
		List<Entry> read = CrispPages
			.<Entry>backwards((before) -> before(all, before, false, 20), Entry::time, Entry::id)
			.collectList()
			.block();
		assertThat(read).doesNotHaveDuplicates().contains(all.get(0), all.get(4), all.get(44));
	}

	@Test
	void streamReadsAPageOnlyWhenItsFirstElementIsRequested() {
		Iterator<Integer> numbers = CrispPages.stream(this::listPage).iterator();
		assertThat(this.asked).isEmpty();
		IntStream.range(0, 20).forEach((i) -> assertThat(numbers.next()).isEqualTo(i));
		assertThat(this.asked).containsExactly(1);
		assertThat(numbers.next()).isEqualTo(20);
		assertThat(this.asked).containsExactly(1, 2);
	}

	@Test
	void limitedStreamReadsNoMorePagesThanItNeeds() {
		assertThat(CrispPages.stream(this::listPage).limit(20)).hasSize(20);
		assertThat(this.asked).containsExactly(1);
	}

	@Test
	void streamReadsAllPagesUpToTheFirstEmptyOne() {
		assertThat(CrispPages.stream(this::listPage))
			.containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
		assertThat(this.asked).containsExactly(1, 2, 3, 4);
	}

	@Test
	void messagesAreStreamedBackwardsAsLongAsCrispHasMore() {
		crisp.stubFor(get(anyUrl()).willReturn(okJson(messages(20, 40)).withStatus(206)));
		crisp.stubFor(get(WireMock.urlPathMatching(".*")).withQueryParam("timestamp_before", WireMock.equalTo("1021"))
			.willReturn(okJson(messages(0, 21)).withStatus(200)));
		CrispConversation conversation = new CrispConversation(
				RestTester.connectTo(crisp).build().client(WebsiteConversationClient.class), "w", "s");
		assertThat(conversation.messages().limit(20)).hasSize(20);
		crisp.verify(1, getRequestedFor(anyUrl()));
		assertThat(conversation.messages().map(ConversationMessage::fingerprint))
			.containsExactlyElementsOf(LongStream.range(0, 40).boxed().sorted(Comparator.reverseOrder()).toList());
		crisp.verify(3, getRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void streamNeitherRepeatsNorLosesWhatOccurredInOneMillisecond(boolean inclusive) {
		List<Entry> all = IntStream.range(0, 100).mapToObj((i) -> new Entry(i, Instant.ofEpochMilli(i / 7))).toList();
		assertThat(CrispPages.streamBackwards((before) -> before(all, before, inclusive, 20).collectList().block(),
				Entry::time, Entry::id))
			.containsExactlyInAnyOrderElementsOf(all);
	}

	@Test
	void streamLeavesAMillisecondThatFillsAWholePage() {
		List<Entry> all = IntStream.range(0, 45)
			.mapToObj((i) -> new Entry(i, Instant.ofEpochMilli((i < 5) ? 1 : 2)))
			.toList();
		assertThat(CrispPages.streamBackwards((before) -> before(all, before, false, 20).collectList().block(),
				Entry::time, Entry::id))
			.doesNotHaveDuplicates()
			.contains(all.get(0), all.get(4), all.get(44));
	}

	private List<Integer> listPage(int number) {
		return page(number).collectList().block();
	}

	private Flux<Integer> page(int number) {
		return Flux.defer(() -> {
			this.asked.add(number);
			int from = (number - 1) * 20;
			return Flux.range(from, Math.max(0, Math.min(20, 50 - from)));
		});
	}

	/**
	 * Return a page like Crisp: the newest items before a time.
	 */
	private static Flux<Entry> before(List<Entry> all, @Nullable Instant before, boolean inclusive, int size) {
		List<Entry> candidates = all.stream()
			.filter((entry) -> before == null || entry.time().isBefore(before)
					|| (inclusive && entry.time().equals(before)))
			.toList();
		return Mono.just(candidates.subList(Math.max(0, candidates.size() - size), candidates.size()))
			.flatMapIterable((page) -> page);
	}

	private static String messages(int from, int to) {
		List<Map<String, Object>> messages = IntStream.range(from, to)
			.mapToObj((i) -> Map.<String, Object>of("fingerprint", i, "timestamp", 1000 + i))
			.toList();
		return CrispJson.mapper().writeValueAsString(Map.of("data", messages));
	}

	record Entry(int id, Instant time) {

	}

}
