package io.github.crispspring.ai;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocale;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;
import org.jspecify.annotations.Nullable;

import org.springframework.ai.document.Document;
import org.springframework.ai.document.DocumentReader;
import org.springframework.util.Assert;
import org.springframework.util.DigestUtils;
import org.springframework.util.StringUtils;

/**
 * {@link DocumentReader} for the help desk articles of a website, one document for each.
 * Articles that visitors cannot read, as they are drafts or hidden, are omitted.
 * <p>
 * The text of a document is the title and the text of the article, in Markdown. Its
 * metadata has the keys {@link #TITLE}, {@link #URL}, {@link #LOCALE},
 * {@link #WEBSITE_ID}, {@link #ARTICLE_ID} and {@link #UPDATED_AT}, as far as Crisp
 * returns the values. Its identifier is a UUID, which is the same each time.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-helpdesk">Website
 * Helpdesk</a>
 */
public final class HelpdeskDocumentReader implements DocumentReader {

	/**
	 * Key of the metadata for the title of the article.
	 */
	public static final String TITLE = "title";

	/**
	 * Key of the metadata for the URL of the article.
	 */
	public static final String URL = "url";

	/**
	 * Key of the metadata for the code of the language, such as {@code en}.
	 */
	public static final String LOCALE = "locale";

	/**
	 * Key of the metadata for the identifier of the website.
	 */
	public static final String WEBSITE_ID = "websiteId";

	/**
	 * Key of the metadata for the identifier of the document, which is also in the parts
	 * that a splitter makes of it.
	 */
	public static final String ARTICLE_ID = "articleId";

	/**
	 * Key of the metadata for the time of the last change, as text in ISO 8601.
	 */
	public static final String UPDATED_AT = "updatedAt";

	private final WebsiteHelpdeskClient client;

	private final String websiteId;

	private final List<String> locales;

	private final HelpdeskArticles articles;

	private final int maxArticles;

	private HelpdeskDocumentReader(Builder builder) {
		this.client = builder.client;
		this.websiteId = builder.websiteId;
		this.locales = builder.locales;
		this.maxArticles = builder.maxArticles;
		this.articles = switch (builder.storage) {
			case TREE -> new TreeHelpdeskArticles(this.client, this.websiteId);
			case ARTICLES -> new FormerHelpdeskArticles(this.client, this.websiteId);
		};
	}

	/**
	 * Create a builder.
	 * @param client the client for the help desk
	 * @param websiteId the identifier of the website
	 * @return a builder of a reader for all languages
	 */
	public static Builder builder(WebsiteHelpdeskClient client, String websiteId) {
		return new Builder(client, websiteId);
	}

	/**
	 * Read all articles.
	 * @return a document for each article
	 */
	@Override
	public List<Document> get() {
		return changes(HelpdeskSnapshot.empty()).changed();
	}

	/**
	 * Read the articles that have changed. With the former storage, the text of an
	 * article is only read if its time of the last change differs. With the tree, nothing
	 * is read if the history of the help desk has no further entry; otherwise the texts
	 * are read and compared.
	 * @param previous the snapshot of the previous changes, or
	 * {@link HelpdeskSnapshot#empty()}
	 * @return the changes, with the snapshot for the next time
	 */
	public HelpdeskChanges changes(HelpdeskSnapshot previous) {
		String revision = this.articles.revision();
		if (revision != null && revision.equals(previous.revision())) {
			return new HelpdeskChanges(List.of(), List.of(), previous);
		}
		Reading reading = new Reading(previous.versions());
		for (String locale : locales()) {
			this.articles.in(locale)
				.limit(this.maxArticles - reading.versions.size())
				.forEach((article) -> read(locale, article, reading));
		}
		List<String> removed = previous.versions()
			.keySet()
			.stream()
			.filter((id) -> !reading.versions.containsKey(id))
			.toList();
		return new HelpdeskChanges(reading.changed, removed, new HelpdeskSnapshot(revision, reading.versions));
	}

	private List<String> locales() {
		if (!this.locales.isEmpty()) {
			return this.locales;
		}
		return CrispPages.stream((page) -> this.client.listHelpdeskLocales(this.websiteId, page))
			.map(HelpdeskLocale::locale)
			.filter(Objects::nonNull)
			.toList();
	}

	private void read(String locale, HelpdeskArticle article, Reading reading) {
		String name = String.join("/", this.websiteId, locale, article.id());
		String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
		Instant updatedAt = article.updatedAt();
		if (updatedAt != null && updatedAt.toString().equals(reading.previous.get(id))) {
			reading.versions.put(id, updatedAt.toString());
			return;
		}
		String content = article.content().get();
		if (!StringUtils.hasText(content)) {
			return;
		}
		Document document = document(id, locale, article, content);
		String version = (updatedAt != null) ? updatedAt.toString() : digest(document);
		reading.versions.put(id, version);
		if (!version.equals(reading.previous.get(id))) {
			reading.changed.add(document);
		}
	}

	private Document document(String id, String locale, HelpdeskArticle article, String content) {
		Map<String, Object> metadata = new HashMap<>();
		metadata.put(WEBSITE_ID, this.websiteId);
		metadata.put(LOCALE, locale);
		metadata.put(ARTICLE_ID, id);
		metadata.put(TITLE, article.title());
		putIfPresent(metadata, URL, article.url().get());
		putIfPresent(metadata, UPDATED_AT, article.updatedAt());
		String heading = article.title().isEmpty() ? "" : "# " + article.title() + "\n\n";
		return new Document(id, heading + content, metadata);
	}

	private static void putIfPresent(Map<String, Object> metadata, String key, @Nullable Object value) {
		if (value != null) {
			metadata.put(key, value.toString());
		}
	}

	private static String digest(Document document) {
		String text = document.getText() + document.getMetadata().get(URL);
		return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * State of one reading.
	 */
	private static final class Reading {

		private final Map<String, String> previous;

		private final Map<String, String> versions = new LinkedHashMap<>();

		private final List<Document> changed = new ArrayList<>();

		Reading(Map<String, String> previous) {
			this.previous = previous;
		}

	}

	/**
	 * Builder for a {@link HelpdeskDocumentReader}.
	 */
	public static final class Builder {

		private static final int DEFAULT_MAX_ARTICLES = 1000;

		private final WebsiteHelpdeskClient client;

		private final String websiteId;

		private List<String> locales = List.of();

		private HelpdeskStorage storage = HelpdeskStorage.TREE;

		private int maxArticles = DEFAULT_MAX_ARTICLES;

		private Builder(WebsiteHelpdeskClient client, String websiteId) {
			this.client = client;
			this.websiteId = websiteId;
		}

		/**
		 * Set the languages whose articles to read.
		 * @param locales the codes of the languages, such as {@code fr}; all if empty
		 * @return this builder
		 */
		public Builder locales(List<String> locales) {
			this.locales = List.copyOf(locales);
			return this;
		}

		/**
		 * Set the storage of the articles.
		 * @param storage the storage, by default the tree
		 * @return this builder
		 */
		public Builder storage(HelpdeskStorage storage) {
			this.storage = storage;
			return this;
		}

		/**
		 * Set the maximum number of articles.
		 * @param maxArticles the number, which must be positive, by default 1000
		 * @return this builder
		 */
		public Builder maxArticles(int maxArticles) {
			Assert.isTrue(maxArticles > 0, "'maxArticles' must be positive");
			this.maxArticles = maxArticles;
			return this;
		}

		/**
		 * Create the reader, without calling Crisp.
		 * @return the reader
		 */
		public HelpdeskDocumentReader build() {
			return new HelpdeskDocumentReader(this);
		}

	}

}
