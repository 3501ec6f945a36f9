package io.github.crispspring.ai;

import java.util.List;

import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the indexer that the documentation shows.
 */
class HelpdeskIndexerTests {

	private static AiTester tester;

	private final CountingEmbeddingModel model = new CountingEmbeddingModel();

	private final SimpleVectorStore store = SimpleVectorStore.builder(this.model).build();

	@BeforeAll
	static void start() {
		tester = new AiTester();
	}

	@AfterAll
	static void stop() {
		tester.close();
	}

	@Test
	void storeIsKeptInStepAndOnlyChangesAreEmbedded() {
		tester.publish("Refunds", "We refund within 30 days.");
		String shipping = tester.publish("Shipping", "Parcels take two days.");
		HelpdeskIndexer indexer = new HelpdeskIndexer(tester.reader(), this.store);
		indexer.refresh();
		assertThat(texts()).hasSize(2);
		int embedded = this.model.texts;
		indexer.refresh();
		assertThat(this.model.texts).isEqualTo(embedded);
		tester.change(shipping, HelpdeskLocaleArticle.builder().status(HelpdeskLocaleArticle.Status.DRAFT));
		indexer.refresh();
		assertThat(texts()).singleElement().asString().contains("We refund within 30 days.");
	}

	private List<String> texts() {
		return this.store.similaritySearch(SearchRequest.builder().query("refund").topK(10).build())
			.stream()
			.map(Document::getText)
			.map(String::valueOf)
			.toList();
	}

	/**
	 * Model to which all texts are the same.
	 */
	private static final class CountingEmbeddingModel implements EmbeddingModel {

		private int texts;

		@Override
		public EmbeddingResponse call(EmbeddingRequest request) {
			this.texts += request.getInstructions().size();
			return new EmbeddingResponse(
					request.getInstructions().stream().map((text) -> new Embedding(vector(), 0)).toList());
		}

		@Override
		public float[] embed(String text) {
			return vector();
		}

		@Override
		public float[] embed(Document document) {
			this.texts++;
			return vector();
		}

		private static float[] vector() {
			return new float[] { 1, 0 };
		}

	}

}
