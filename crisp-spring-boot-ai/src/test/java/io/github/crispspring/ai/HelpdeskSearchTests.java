package io.github.crispspring.ai;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.crispspring.client.CrispException;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.ai.document.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link HelpdeskSearch}.
 */
class HelpdeskSearchTests {

	private static final Duration INTERVAL = Duration.ofMinutes(10);

	private static AiTester tester;

	private final AtomicLong nanoTime = new AtomicLong();

	private final HelpdeskSearch search = new HelpdeskSearch((websiteId) -> tester.reader(), INTERVAL,
			this.nanoTime::get);

	@BeforeAll
	static void start() {
		tester = new AiTester();
	}

	@AfterAll
	static void stop() {
		tester.close();
	}

	@BeforeEach
	void reset() {
		tester.crisp().reset();
	}

	@Test
	void articleWithTheRareWordsOfTheQuestionIsFirst() {
		tester.publish("Shipping", "Parcels take two days. You can track your order.");
		tester.publish("Returns", "You can send your order back. We pay the parcel.");
		tester.publish("Opening hours", "You can reach us from 9 to 5.");
		assertThat(titles("How long do you need to ship my parcels?")).startsWith("Shipping");
		assertThat(titles("When are you open?")).startsWith("Opening hours");
	}

	@Test
	void wordOfTheTitleCountsMore() {
		tester.publish("Invoices", "Prices include a refund guarantee, refund after refund.");
		tester.publish("Refunds", "We pay back within 30 days.");
		assertThat(titles("refund")).containsExactly("Refunds", "Invoices");
	}

	@Test
	void nothingIsFoundWithoutACommonWord() {
		tester.publish("Refunds", "We pay back within 30 days.");
		assertThat(titles("Xylophone?")).isEmpty();
		assertThat(titles("…")).isEmpty();
	}

	@Test
	void otherAlphabetsAreSearched() {
		tester.publish("Возврат", "Мы вернём деньги за 30 дней.");
		assertThat(titles("как сделать ВОЗВРАТ?")).containsExactly("Возврат");
	}

	@Test
	void numberOfResultsIsLimited() {
		List.of("One", "Two", "Three").forEach((title) -> tester.publish(title, "A text about parcels"));
		assertThat(this.search.search(tester.websiteId(), "parcels", 2)).hasSize(2)
			.allSatisfy((document) -> assertThat(document.getScore()).isPositive());
	}

	@Test
	void articlesAreReadOnceUntilTheIntervalHasPassed() {
		tester.publish("Refunds", "We pay back within 30 days.");
		titles("refund");
		int calls = tester.crisp().calls().size();
		tester.publish("More about refunds", "It takes a day.");
		int published = tester.crisp().calls().size();
		assertThat(titles("refund")).containsExactly("Refunds");
		assertThat(tester.crisp().calls()).hasSize(published).hasSizeGreaterThan(calls);
		this.nanoTime.addAndGet(INTERVAL.toNanos());
		assertThat(titles("refund")).containsExactlyInAnyOrder("Refunds", "More about refunds");
	}

	@Test
	void removedArticleIsNoLongerFound() {
		String id = tester.publish("Refunds", "We pay back within 30 days.");
		assertThat(titles("refund")).hasSize(1);
		tester.change(id, HelpdeskLocaleArticle.builder().status(HelpdeskLocaleArticle.Status.DRAFT));
		this.nanoTime.addAndGet(INTERVAL.toNanos());
		assertThat(titles("refund")).isEmpty();
	}

	@Test
	void searchContinuesWithKnownArticlesWhileCrispFails() {
		tester.publish("Refunds", "We pay back within 30 days.");
		titles("refund");
		tester.crisp().faults().exceedQuota(true);
		this.nanoTime.addAndGet(INTERVAL.toNanos());
		assertThat(titles("refund")).containsExactly("Refunds");
	}

	@Test
	void searchFailsIfArticlesWereNeverRead() {
		tester.crisp().faults().exceedQuota(true);
		assertThatExceptionOfType(CrispException.class).isThrownBy(() -> titles("refund"));
	}

	@Test
	void failureOfTheFirstReadingIsRepeatedWithoutACallForAMinute() {
		tester.publish("Refunds", "We pay back within 30 days.");
		tester.crisp().faults().exceedQuota(true);
		CrispException failure = catchThrowableOfType(CrispException.class, () -> titles("refund"));
		int calls = tester.crisp().calls().size();
		tester.crisp().faults().exceedQuota(false);
		this.nanoTime.addAndGet(Duration.ofSeconds(59).toNanos());
		assertThatExceptionOfType(CrispException.class).isThrownBy(() -> titles("refund"))
			.withMessage(failure.getMessage());
		assertThat(tester.crisp().calls()).hasSize(calls);
		this.nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(titles("refund")).containsExactly("Refunds");
	}

	private List<Object> titles(String question) {
		return this.search.search(tester.websiteId(), question, 10)
			.stream()
			.map(Document::getMetadata)
			.map((metadata) -> metadata.get(HelpdeskDocumentReader.TITLE))
			.toList();
	}

}
