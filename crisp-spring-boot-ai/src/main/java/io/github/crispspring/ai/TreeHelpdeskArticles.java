package io.github.crispspring.ai;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispPages;
import io.github.crispspring.client.website.helpdesk.HelpdeskContentType;
import io.github.crispspring.client.website.helpdesk.HelpdeskHistoryChange;
import io.github.crispspring.client.website.helpdesk.HelpdeskPage;
import io.github.crispspring.client.website.helpdesk.HelpdeskTreeEntry;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * {@link HelpdeskArticles} of the tree. Its entries have no time of the last change, but
 * the help desk has a history.
 */
record TreeHelpdeskArticles(WebsiteHelpdeskClient client, String websiteId) implements HelpdeskArticles {

	private static final HelpdeskContentType TYPE = HelpdeskContentType.ARTICLES;

	@Override
	public @Nullable String revision() {
		List<HelpdeskHistoryChange> changes = this.client.listHelpdeskHistoryChanges(this.websiteId, 1);
		return changes.isEmpty() ? null : changes.get(0).changeId() + "@" + changes.get(0).createdAt();
	}

	@Override
	public Stream<HelpdeskArticle> in(String locale) {
		Set<String> hidden = new HashSet<>();
		CrispPages.stream((page) -> this.client.listHelpdeskTree(this.websiteId, locale, TYPE, page))
			.forEach((entry) -> collectHidden(entry, "", false, hidden));
		return CrispPages.stream((page) -> this.client.listHelpdeskPages(this.websiteId, locale, TYPE, page))
			.filter((page) -> StringUtils.hasText(page.treePath()) && !hidden.contains(path(page)))
			.map((page) -> describe(locale, page));
	}

	private static void collectHidden(HelpdeskTreeEntry entry, String parent, boolean parentHidden,
			Set<String> hidden) {
		String path = parent + entry.slug();
		boolean entryHidden = parentHidden || isHidden(entry.state());
		if (entryHidden) {
			hidden.add(path);
		}
		entry.children().forEach((child) -> collectHidden(child, path + "/", entryHidden, hidden));
	}

	private static boolean isHidden(HelpdeskTreeEntry.@Nullable State state) {
		return state != null && (Boolean.TRUE.equals(state.hidden()) || Boolean.FALSE.equals(state.published()));
	}

	private HelpdeskArticle describe(String locale, HelpdeskPage page) {
		String path = path(page);
		return new HelpdeskArticle(path, (page.title() != null) ? page.title() : "", null, page::url,
				() -> content(locale, path));
	}

	/**
	 * Return the text, or {@code null} if the entry has none, such as a category.
	 */
	private @Nullable String content(String locale, String path) {
		try {
			return this.client.resolveHelpdeskTreeContent(this.websiteId, locale, TYPE, path).content();
		}
		catch (CrispNotFoundException ex) {
			return null;
		}
	}

	private static String path(HelpdeskPage page) {
		return StringUtils.trimTrailingCharacter(StringUtils.trimLeadingCharacter(String.valueOf(page.treePath()), '/'),
				'/');
	}

}
