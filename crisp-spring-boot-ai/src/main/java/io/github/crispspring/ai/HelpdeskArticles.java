package io.github.crispspring.ai;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Articles of a help desk in one of Crisp's storages.
 */
interface HelpdeskArticles {

	/**
	 * Return a value that differs after each change of the help desk.
	 * @return the value, or {@code null} if the storage has none
	 */
	@Nullable String revision();

	/**
	 * Return the articles of a language that visitors can read.
	 */
	Stream<HelpdeskArticle> in(String locale);

}
