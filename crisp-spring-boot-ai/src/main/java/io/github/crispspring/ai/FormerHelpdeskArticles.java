package io.github.crispspring.ai;

import java.util.stream.Stream;

import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.website.helpdesk.HelpdeskLocaleArticle;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;
import org.jspecify.annotations.Nullable;

/**
 * {@link HelpdeskArticles} of the former storage.
 */
record FormerHelpdeskArticles(WebsiteHelpdeskClient client, String websiteId) implements HelpdeskArticles {

	@Override
	public @Nullable String revision() {
		return null;
	}

	@Override
	public Stream<HelpdeskArticle> in(String locale) {
		return CrispPages.stream((page) -> this.client.listHelpdeskLocaleArticles(this.websiteId, locale, page))
			.filter(FormerHelpdeskArticles::isReadable)
			.map((article) -> describe(locale, article));
	}

	private static boolean isReadable(HelpdeskLocaleArticle article) {
		return article.articleId() != null && article.status() == HelpdeskLocaleArticle.Status.PUBLISHED
				&& article.visibility() != HelpdeskLocaleArticle.Visibility.HIDDEN;
	}

	private HelpdeskArticle describe(String locale, HelpdeskLocaleArticle article) {
		String id = String.valueOf(article.articleId());
		String title = (article.title() != null) ? article.title() : "";
		return new HelpdeskArticle(id, title, article.updatedAt(),
				() -> (article.url() != null) ? article.url()
						: this.client.resolveHelpdeskLocaleArticlePage(this.websiteId, locale, id).url(),
				() -> (article.content() != null) ? article.content()
						: this.client.resolveHelpdeskLocaleArticle(this.websiteId, locale, id).content());
	}

}
