package io.github.crispspring.ai;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.crispspring.client.CrispException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.document.Document;
import org.springframework.util.ConcurrentLruCache;

/**
 * Search for words in the help desk articles of websites. The articles are held in
 * memory: they are read at the first search, and compared with Crisp's when a search
 * finds that the refresh interval has passed. While Crisp cannot be reached, the search
 * continues with the articles that were read before. If they were never read, searches
 * fail without a call for one minute, or for the refresh interval if that is shorter.
 * <p>
 * The search requires no embedding model and knows no synonyms. Where that is too little,
 * write the documents of a {@link HelpdeskDocumentReader} to a vector store.
 */
public final class HelpdeskSearch {

	private static final int MAX_WEBSITES = 100;

	private static final Duration FAILURE_INTERVAL = Duration.ofMinutes(1);

	private static final Log logger = LogFactory.getLog(HelpdeskSearch.class);

	private final ConcurrentLruCache<String, Website> websites;

	private final Duration refreshInterval;

	private final LongSupplier nanoTime;

	/**
	 * Create a search.
	 * @param readers returns the reader for a website
	 * @param refreshInterval the time after which articles are compared with Crisp's
	 */
	public HelpdeskSearch(Function<String, HelpdeskDocumentReader> readers, Duration refreshInterval) {
		this(readers, refreshInterval, System::nanoTime);
	}

	HelpdeskSearch(Function<String, HelpdeskDocumentReader> readers, Duration refreshInterval, LongSupplier nanoTime) {
		this.websites = new ConcurrentLruCache<>(MAX_WEBSITES, (websiteId) -> new Website(readers.apply(websiteId)));
		this.refreshInterval = refreshInterval;
		this.nanoTime = nanoTime;
	}

	/**
	 * Search for articles that have a word of a question.
	 * @param websiteId the identifier of the website
	 * @param question the question, in the words of a visitor
	 * @param maxResults the maximum number of articles
	 * @return the documents of the articles with their scores, best first, as described
	 * at {@link HelpdeskDocumentReader}
	 * @throws CrispException if the articles were never read and cannot be read now, or
	 * if reading them failed within the last minute
	 */
	public List<Document> search(String websiteId, String question, int maxResults) {
		return this.websites.get(websiteId).current().ranking().best(question, maxResults);
	}

	/**
	 * Articles of a website.
	 */
	private final class Website {

		private final ReentrantLock lock = new ReentrantLock();

		private final HelpdeskDocumentReader reader;

		private volatile @Nullable Index index;

		private @Nullable Failure failure;

		Website(HelpdeskDocumentReader reader) {
			this.reader = reader;
		}

		/**
		 * Return the articles. If another thread is about to read them, those that were
		 * read before are returned.
		 */
		Index current() {
			Index index = this.index;
			if (index == null) {
				this.lock.lock();
			}
			else if (isFresh(index) || !this.lock.tryLock()) {
				return index;
			}
			try {
				Index latest = this.index;
				if (latest != null) {
					return isFresh(latest) ? latest : refresh(latest);
				}
				Failure failure = this.failure;
				if (failure != null && isRecent(failure)) {
					throw failure.exception();
				}
				return refresh(null);
			}
			finally {
				this.lock.unlock();
			}
		}

		private boolean isFresh(Index index) {
			return isWithin(HelpdeskSearch.this.refreshInterval, index.checkedAt());
		}

		private boolean isRecent(Failure failure) {
			return isWithin(HelpdeskSearch.this.refreshInterval, failure.failedAt())
					&& isWithin(FAILURE_INTERVAL, failure.failedAt());
		}

		private boolean isWithin(Duration interval, long since) {
			return HelpdeskSearch.this.nanoTime.getAsLong() - since < interval.toNanos();
		}

		private Index refresh(@Nullable Index previous) {
			long now = HelpdeskSearch.this.nanoTime.getAsLong();
			Index index;
			try {
				HelpdeskChanges changes = this.reader
					.changes((previous != null) ? previous.snapshot() : HelpdeskSnapshot.empty());
				index = Index.of(now, previous, changes);
			}
			catch (CrispException ex) {
				if (previous == null) {
					this.failure = new Failure(HelpdeskSearch.this.nanoTime.getAsLong(), ex);
					throw ex;
				}
				logger.warn("Help desk articles could not be refreshed; continuing with those read before: "
						+ ex.getMessage());
				index = previous.checkedAt(now);
			}
			this.index = index;
			return index;
		}

	}

	/**
	 * Failure of the first reading.
	 */
	private record Failure(long failedAt, CrispException exception) {

	}

	private record Index(long checkedAt, HelpdeskSnapshot snapshot, Map<String, Document> documents,
			ArticleRanking ranking) {

		static Index of(long now, @Nullable Index previous, HelpdeskChanges changes) {
			if (previous != null && changes.isEmpty()) {
				return new Index(now, changes.snapshot(), previous.documents(), previous.ranking());
			}
			Map<String, Document> documents = new LinkedHashMap<>();
			if (previous != null) {
				documents.putAll(previous.documents());
			}
			changes.changed().forEach((document) -> documents.put(document.getId(), document));
			changes.removed().forEach(documents::remove);
			Collection<Document> all = documents.values();
			return new Index(now, changes.snapshot(), documents, new ArticleRanking(all));
		}

		Index checkedAt(long now) {
			return new Index(now, this.snapshot, this.documents, this.ranking);
		}

	}

}
