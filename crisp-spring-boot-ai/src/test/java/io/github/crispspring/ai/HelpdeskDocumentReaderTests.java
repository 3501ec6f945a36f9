package io.github.crispspring.ai;

import java.util.List;

import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticle;
import io.github.crispspring.embedded.EmbeddedCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.document.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HelpdeskDocumentReader} with the former storage.
 */
class HelpdeskDocumentReaderTests {

	private static AiTester tester;

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
	void articleIsADocument() {
		tester.publish("Refunds", "We refund within 30 days.");
		assertThat(tester.reader().read()).singleElement().satisfies((document) -> {
			assertThat(document.getText()).isEqualTo("# Refunds\n\nWe refund within 30 days.");
			assertThat(document.getMetadata()).containsEntry(HelpdeskDocumentReader.TITLE, "Refunds")
				.containsEntry(HelpdeskDocumentReader.LOCALE, AiTester.LOCALE)
				.containsEntry(HelpdeskDocumentReader.WEBSITE_ID, tester.websiteId())
				.containsEntry(HelpdeskDocumentReader.ARTICLE_ID, document.getId())
				.containsEntry(HelpdeskDocumentReader.URL, "https://example.com/")
				.containsKey(HelpdeskDocumentReader.UPDATED_AT);
		});
	}

	@Test
	void articlesThatVisitorsCannotReadAreOmitted() {
		String draft = tester.publish("Draft", "Not yet.");
		tester.change(draft, HelpdeskLocaleArticle.builder().status(HelpdeskLocaleArticle.Status.DRAFT));
		String hidden = tester.publish("Hidden", "Not listed.");
		tester.change(hidden, HelpdeskLocaleArticle.builder().visibility(HelpdeskLocaleArticle.Visibility.HIDDEN));
		assertThat(tester.reader().read()).isEmpty();
	}

	@Test
	void articlesOfAllLanguagesAreRead() {
		tester.publish("Refunds", "We refund within 30 days.");
		HelpdeskDocumentReader reader = HelpdeskDocumentReader.builder(tester.client(), tester.websiteId())
			.storage(HelpdeskStorage.ARTICLES)
			.build();
		assertThat(reader.read()).hasSize(1);
	}

	@Test
	void onlyChangedArticlesAreRead() {
		tester.publish("Refunds", "We refund within 30 days.");
		String shipping = tester.publish("Shipping", "Parcels take two days.");
		HelpdeskSnapshot snapshot = tester.reader().changes(HelpdeskSnapshot.empty()).snapshot();
		change(shipping, "Parcels take three days.");
		HelpdeskChanges changes = tester.reader().changes(snapshot);
		assertThat(changes.changed()).extracting(Document::getText)
			.containsExactly("# Shipping\n\nParcels take three days.");
		assertThat(changes.removed()).isEmpty();
		assertThat(tester.reader().changes(changes.snapshot()).isEmpty()).isTrue();
	}

	@Test
	void removedArticleIsReported() {
		String id = tester.publish("Refunds", "We refund within 30 days.");
		HelpdeskChanges first = tester.reader().changes(HelpdeskSnapshot.empty());
		tester.client().deleteHelpdeskLocaleArticle(tester.websiteId(), AiTester.LOCALE, id);
		HelpdeskChanges second = tester.reader().changes(first.snapshot());
		assertThat(second.removed()).containsExactly(first.changed().get(0).getId());
		assertThat(second.snapshot().versions()).isEmpty();
	}

	@Test
	void unchangedArticleCostsNoCallOfItsOwn() {
		tester.publish("Refunds", "We refund within 30 days.");
		HelpdeskSnapshot snapshot = tester.reader().changes(HelpdeskSnapshot.empty()).snapshot();
		long before = articleCalls();
		tester.reader().changes(snapshot);
		assertThat(articleCalls()).isEqualTo(before);
	}

	@Test
	void snapshotSurvivesARestartAsJson() {
		tester.publish("Refunds", "We refund within 30 days.");
		String json = JsonMapper.shared()
			.writeValueAsString(tester.reader().changes(HelpdeskSnapshot.empty()).snapshot());
		assertThat(tester.reader().changes(JsonMapper.shared().readValue(json, HelpdeskSnapshot.class)).isEmpty())
			.isTrue();
	}

	@Test
	void numberOfArticlesIsLimited() {
		List.of("One", "Two", "Three").forEach((title) -> tester.publish(title, "Text"));
		HelpdeskDocumentReader reader = HelpdeskDocumentReader.builder(tester.client(), tester.websiteId())
			.storage(HelpdeskStorage.ARTICLES)
			.locales(List.of(AiTester.LOCALE))
			.maxArticles(2)
			.build();
		assertThat(reader.read()).hasSize(2);
	}

	private static long articleCalls() {
		return tester.crisp()
			.calls()
			.stream()
			.map(EmbeddedCall::uri)
			.filter((uri) -> uri.contains("/article/"))
			.count();
	}

	/**
	 * Change an article until its time of the last change differs, which has a resolution
	 * of a millisecond.
	 */
	private static void change(String id, String content) {
		Object before = tester.client()
			.resolveHelpdeskLocaleArticle(tester.websiteId(), AiTester.LOCALE, id)
			.updatedAt();
		Object after;
		do {
			tester.change(id, HelpdeskLocaleArticle.builder().content(content));
			after = tester.client().resolveHelpdeskLocaleArticle(tester.websiteId(), AiTester.LOCALE, id).updatedAt();
		}
		while (after == null || after.equals(before));
	}

}
