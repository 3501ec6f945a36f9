package io.github.crispspring.ai;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.springframework.ai.document.Document;
import org.springframework.ai.transformer.splitter.TokenTextSplitter;
import org.springframework.ai.vectorstore.VectorStore;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a vector store in step with the help desk.
 */
@Component
class HelpdeskIndexer {

	private final TokenTextSplitter splitter = TokenTextSplitter.builder().build();

	private final HelpdeskDocumentReader reader;

	private final VectorStore store;

	private HelpdeskSnapshot snapshot = HelpdeskSnapshot.empty();

	HelpdeskIndexer(HelpdeskDocumentReader reader, VectorStore store) {
		this.reader = reader;
		this.store = store;
	}

	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void refresh() {
		HelpdeskChanges changes = this.reader.changes(this.snapshot);
		List<Object> outdated = Stream
			.<Object>concat(changes.removed().stream(), changes.changed().stream().map(Document::getId))
			.toList();
		if (!outdated.isEmpty()) {
			this.store.delete(new FilterExpressionBuilder().in(HelpdeskDocumentReader.ARTICLE_ID, outdated).build());
		}
		if (!changes.changed().isEmpty()) {
			this.store.add(this.splitter.apply(changes.changed()));
		}
		this.snapshot = changes.snapshot();
	}

}
