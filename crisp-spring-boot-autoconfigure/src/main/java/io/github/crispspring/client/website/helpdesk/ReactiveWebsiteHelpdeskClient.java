package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.QueryFields;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The help desk of a website: its languages, what is written in them, its settings.
 * <p>
 * What is written is kept in a tree for each language and content type. The methods for
 * articles, categories and sections belong to the former storage of the help desk, which
 * Crisp replaced by the tree.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 * Methods that check whether something exists answer {@code false} rather than fail with
 * the former.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-helpdesk">Website
 * Helpdesk</a>
 */
@HttpExchange("/v1/website/{websiteId}/helpdesk")
public interface ReactiveWebsiteHelpdeskClient {

	/**
	 * Check whether the website has a help desk.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return whether it has one
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-exists">Check If
	 * Helpdesk Exists</a>
	 */
	@HttpExchange(method = "HEAD")
	Mono<Boolean> checkHelpdeskExists(@PathVariable String websiteId);

	/**
	 * Read the name and address of the help desk.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the help desk
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk">Resolve
	 * Helpdesk</a>
	 */
	@GetExchange
	Mono<Helpdesk> resolveHelpdesk(@PathVariable String websiteId);

	/**
	 * <strong>User tier only.</strong> Create the help desk of the website.
	 * @param websiteId the identifier of the website
	 * @param name its name
	 * @param domainBasic its name in the domain of Crisp, such as {@code acme}
	 * @return completes when it is created
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initialize-helpdesk">Initialize
	 * Helpdesk</a>
	 */
	@PostExchange
	Mono<Void> initializeHelpdesk(@PathVariable String websiteId, @BodyField String name,
			@BodyField String domainBasic);

	/**
	 * <strong>User tier only.</strong> Delete the help desk with all that is in it. This
	 * cannot be undone.
	 * @param websiteId the identifier of the website
	 * @param verify the proof that the caller may do so
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk">Delete
	 * Helpdesk</a>
	 */
	@DeleteExchange
	Mono<Void> deleteHelpdesk(@PathVariable String websiteId, @BodyField HelpdeskRemoveVerify verify);

	/**
	 * List the languages of the help desk.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the languages of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locales">List
	 * Helpdesk Locales</a>
	 */
	@GetExchange("/locales/{pageNumber}")
	Flux<HelpdeskLocale> listHelpdeskLocales(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Add a language.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return completes when it is added
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-locale">Add Helpdesk
	 * Locale</a>
	 */
	@PostExchange("/locale")
	Mono<Void> addHelpdeskLocale(@PathVariable String websiteId, @BodyField String locale);

	/**
	 * Check whether the help desk has a language.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return whether it has it
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-exists">Check
	 * If Helpdesk Locale Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}")
	Mono<Boolean> checkHelpdeskLocaleExists(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * Read a language of the help desk.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return the language
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale">Resolve
	 * Helpdesk Locale</a>
	 */
	@GetExchange("/locale/{locale}")
	Mono<HelpdeskLocale> resolveHelpdeskLocale(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * Delete a language with all that is written in it.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale">Delete
	 * Helpdesk Locale</a>
	 */
	@DeleteExchange("/locale/{locale}")
	Mono<Void> deleteHelpdeskLocale(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * List the articles of a language.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the page, from 1
	 * @return the articles of that page, of which Crisp need not tell everything
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-articles">List
	 * Helpdesk Locale Articles</a>
	 */
	@GetExchange("/locale/{locale}/articles/{pageNumber}")
	Flux<HelpdeskLocaleArticle> listHelpdeskLocaleArticles(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable int pageNumber);

	/**
	 * List the articles of a language.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the page, from 1
	 * @param orderVisits whether to order by the number of visits
	 * @return the articles of that page, of which Crisp need not tell everything
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-articles">List
	 * Helpdesk Locale Articles</a>
	 */
	@GetExchange("/locale/{locale}/articles/{pageNumber}")
	Flux<HelpdeskLocaleArticle> listHelpdeskLocaleArticles(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable int pageNumber, @RequestParam("order_visits") boolean orderVisits);

	/**
	 * Add an article.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param title its title
	 * @return the identifier of the new article
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-a-new-helpdesk-locale-article">Add
	 * A New Helpdesk Locale Article</a>
	 */
	@PostExchange("/locale/{locale}/article")
	Mono<NewHelpdeskLocaleArticle> addNewHelpdeskLocaleArticle(@PathVariable String websiteId,
			@PathVariable String locale, @BodyField String title);

	/**
	 * Check whether an article exists.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-article-exists">Check
	 * If Helpdesk Locale Article Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}/article/{articleId}")
	Mono<Boolean> checkHelpdeskLocaleArticleExists(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId);

	/**
	 * Read an article.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the article
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article">Resolve
	 * Helpdesk Locale Article</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}")
	Mono<HelpdeskLocaleArticle> resolveHelpdeskLocaleArticle(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Replace an article.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param article the whole article
	 * @return completes when it is replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-article">Save
	 * Helpdesk Locale Article</a>
	 */
	@PutExchange("/locale/{locale}/article/{articleId}")
	Mono<Void> saveHelpdeskLocaleArticle(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @RequestBody HelpdeskLocaleArticle article);

	/**
	 * Change an article. What is absent stays as it is.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param article what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-helpdesk-locale-article">Update
	 * Helpdesk Locale Article</a>
	 */
	@PatchExchange("/locale/{locale}/article/{articleId}")
	Mono<Void> updateHelpdeskLocaleArticle(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @RequestBody HelpdeskLocaleArticle article);

	/**
	 * Delete an article.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale-article">Delete
	 * Helpdesk Locale Article</a>
	 */
	@DeleteExchange("/locale/{locale}/article/{articleId}")
	Mono<Void> deleteHelpdeskLocaleArticle(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId);

	/**
	 * Read where an article is shown.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the web page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article-page">Resolve
	 * Helpdesk Locale Article Page</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/page")
	Mono<HelpdeskLocaleArticlePage> resolveHelpdeskLocaleArticlePage(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Read in which category an article is.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the category, and the section if it is in one
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article-category">Resolve
	 * Helpdesk Locale Article Category</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/category")
	Mono<HelpdeskLocaleArticleCategory> resolveHelpdeskLocaleArticleCategory(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Move an article to a category, or to a section of one.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param move where to move it
	 * @return completes when it is moved
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-helpdesk-locale-article-category">Update
	 * Helpdesk Locale Article Category</a>
	 */
	@PatchExchange("/locale/{locale}/article/{articleId}/category")
	Mono<Void> updateHelpdeskLocaleArticleCategory(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @RequestBody HelpdeskLocaleArticleMove move);

	/**
	 * List the same article in other languages.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the article in other languages
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-article-alternates">List
	 * Helpdesk Locale Article Alternates</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/alternates")
	Flux<HelpdeskLocaleArticleAlternate> listHelpdeskLocaleArticleAlternates(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Check whether an article is linked to one in another language.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @return whether it is
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-article-alternate-exists">Check
	 * If Helpdesk Locale Article Alternate Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<Boolean> checkHelpdeskLocaleArticleAlternateExists(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @PathVariable String localeLinked);

	/**
	 * Read which article in another language an article is linked to.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article, or it is not linked.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @return the article in the other language
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article-alternate">Resolve
	 * Helpdesk Locale Article Alternate</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<HelpdeskLocaleArticleAlternate> resolveHelpdeskLocaleArticleAlternate(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId, @PathVariable String localeLinked);

	/**
	 * Link an article to the same one in another language.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @param articleIdLinked the identifier of the article in the other language
	 * @return completes when they are linked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-article-alternate">Save
	 * Helpdesk Locale Article Alternate</a>
	 */
	@PutExchange("/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<Void> saveHelpdeskLocaleArticleAlternate(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @PathVariable String localeLinked,
			@BodyField("article_id") String articleIdLinked);

	/**
	 * Remove the link between an article and one in another language.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article, or it is not linked.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @return completes when it is removed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale-article-alternate">Delete
	 * Helpdesk Locale Article Alternate</a>
	 */
	@DeleteExchange("/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<Void> deleteHelpdeskLocaleArticleAlternate(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @PathVariable String localeLinked);

	/**
	 * Publish an article.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return where it is published
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#publish-helpdesk-locale-article">Publish
	 * Helpdesk Locale Article</a>
	 */
	@PostExchange("/locale/{locale}/article/{articleId}/publish")
	Mono<HelpdeskLocaleArticlePublish> publishHelpdeskLocaleArticle(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Make a published article a draft again.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such article.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return completes when it is a draft
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#unpublish-helpdesk-locale-article">Unpublish
	 * Helpdesk Locale Article</a>
	 */
	@PostExchange("/locale/{locale}/article/{articleId}/unpublish")
	Mono<Void> unpublishHelpdeskLocaleArticle(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId);

	/**
	 * List the categories of a language.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the page, from 1
	 * @return the categories of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-categories">List
	 * Helpdesk Locale Categories</a>
	 */
	@GetExchange("/locale/{locale}/categories/{pageNumber}")
	Flux<HelpdeskLocaleCategory> listHelpdeskLocaleCategories(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable int pageNumber);

	/**
	 * Add a category.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param name its name
	 * @return the identifier of the new category
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-locale-category">Add
	 * Helpdesk Locale Category</a>
	 */
	@PostExchange("/locale/{locale}/category")
	Mono<NewHelpdeskLocaleCategory> addHelpdeskLocaleCategory(@PathVariable String websiteId,
			@PathVariable String locale, @BodyField String name);

	/**
	 * Check whether a category exists.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-category-exists">Check
	 * If Helpdesk Locale Category Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}/category/{categoryId}")
	Mono<Boolean> checkHelpdeskLocaleCategoryExists(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId);

	/**
	 * Read a category.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such category.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @return the category
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-category">Resolve
	 * Helpdesk Locale Category</a>
	 */
	@GetExchange("/locale/{locale}/category/{categoryId}")
	Mono<HelpdeskLocaleCategory> resolveHelpdeskLocaleCategory(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String categoryId);

	/**
	 * Replace a category.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such category.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param category the whole category
	 * @return completes when it is replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-category">Save
	 * Helpdesk Locale Category</a>
	 */
	@PutExchange("/locale/{locale}/category/{categoryId}")
	Mono<Void> saveHelpdeskLocaleCategory(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @RequestBody HelpdeskLocaleCategory category);

	/**
	 * Change a category. What is absent stays as it is.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such category.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param category what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-helpdesk-locale-category">Update
	 * Helpdesk Locale Category</a>
	 */
	@PatchExchange("/locale/{locale}/category/{categoryId}")
	Mono<Void> updateHelpdeskLocaleCategory(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @RequestBody HelpdeskLocaleCategory category);

	/**
	 * Delete a category.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such category.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale-category">Delete
	 * Helpdesk Locale Category</a>
	 */
	@DeleteExchange("/locale/{locale}/category/{categoryId}")
	Mono<Void> deleteHelpdeskLocaleCategory(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId);

	/**
	 * List the sections of a category.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such category.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param pageNumber the page, from 1
	 * @return the sections of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-sections">List
	 * Helpdesk Locale Sections</a>
	 */
	@GetExchange("/locale/{locale}/category/{categoryId}/sections/{pageNumber}")
	Flux<HelpdeskLocaleSection> listHelpdeskLocaleSections(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable int pageNumber);

	/**
	 * Add a section to a category.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such category.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param name its name
	 * @return the identifier of the new section
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-locale-section">Add
	 * Helpdesk Locale Section</a>
	 */
	@PostExchange("/locale/{locale}/category/{categoryId}/section")
	Mono<NewHelpdeskLocaleSection> addHelpdeskLocaleSection(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @BodyField String name);

	/**
	 * Check whether a section exists.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-section-exists">Check
	 * If Helpdesk Locale Section Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<Boolean> checkHelpdeskLocaleSectionExists(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable String sectionId);

	/**
	 * Read a section.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such section.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @return the section
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-section">Resolve
	 * Helpdesk Locale Section</a>
	 */
	@GetExchange("/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<HelpdeskLocaleSection> resolveHelpdeskLocaleSection(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String categoryId, @PathVariable String sectionId);

	/**
	 * Replace a section.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such section.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @param section the whole section
	 * @return completes when it is replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-section">Save
	 * Helpdesk Locale Section</a>
	 */
	@PutExchange("/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<Void> saveHelpdeskLocaleSection(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable String sectionId,
			@RequestBody HelpdeskLocaleSection section);

	/**
	 * Change a section. What is absent stays as it is.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such section.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @param section what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-helpdesk-locale-section">Update
	 * Helpdesk Locale Section</a>
	 */
	@PatchExchange("/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<Void> updateHelpdeskLocaleSection(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable String sectionId,
			@RequestBody HelpdeskLocaleSection section);

	/**
	 * Delete a section.
	 * <p>
	 * Belongs to the former storage of the help desk, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such section.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale-section">Delete
	 * Helpdesk Locale Section</a>
	 */
	@DeleteExchange("/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<Void> deleteHelpdeskLocaleSection(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable String sectionId);

	/**
	 * Read how often readers found something helpful or not.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param query which feedback counts
	 * @return the numbers
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 */
	@GetExchange("/feedback/ratings/{locale}/{contentType}")
	Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable HelpdeskContentType contentType,
			@QueryFields HelpdeskFeedbackQuery query);

	/**
	 * Read how often readers found something helpful or not.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @return the numbers
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 */
	default Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(String websiteId, String locale,
			HelpdeskContentType contentType) {
		return mapHelpdeskLocaleFeedbackRatings(websiteId, locale, contentType, HelpdeskFeedbackQuery.all());
	}

	/**
	 * Read how often readers found something helpful or not.
	 * <p>
	 * The route for help desks of the former storage, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param query which feedback counts
	 * @return the numbers
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 * @deprecated in favor of
	 * {@link #mapHelpdeskLocaleFeedbackRatings(String, String, HelpdeskContentType, HelpdeskFeedbackQuery)}
	 */
	@Deprecated
	@GetExchange("/locale/{locale}/feedback/ratings")
	Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(@PathVariable String websiteId,
			@PathVariable String locale, @QueryFields HelpdeskFeedbackQuery query);

	/**
	 * Read how often readers found something helpful or not.
	 * <p>
	 * The route for help desks of the former storage, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return the numbers
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 * @deprecated in favor of
	 * {@link #mapHelpdeskLocaleFeedbackRatings(String, String, HelpdeskContentType, HelpdeskFeedbackQuery)}
	 */
	@Deprecated
	default Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(String websiteId, String locale) {
		return mapHelpdeskLocaleFeedbackRatings(websiteId, locale, HelpdeskFeedbackQuery.all());
	}

	/**
	 * List what readers found helpful or not.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the page, from 1
	 * @param query which feedback to list
	 * @return the feedback of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 */
	@GetExchange("/feedback/list/{locale}/{contentType}/{pageNumber}")
	Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable HelpdeskContentType contentType, @PathVariable int pageNumber,
			@QueryFields HelpdeskFeedbackQuery query);

	/**
	 * List what readers found helpful or not.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the page, from 1
	 * @return the feedback of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 */
	default Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(String websiteId, String locale,
			HelpdeskContentType contentType, int pageNumber) {
		return listHelpdeskLocaleFeedbacks(websiteId, locale, contentType, pageNumber, HelpdeskFeedbackQuery.all());
	}

	/**
	 * List what readers found helpful or not.
	 * <p>
	 * The route for help desks of the former storage, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the page, from 1
	 * @param query which feedback to list
	 * @return the feedback of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 * @deprecated in favor of
	 * {@link #listHelpdeskLocaleFeedbacks(String, String, HelpdeskContentType, int, HelpdeskFeedbackQuery)}
	 */
	@Deprecated
	@GetExchange("/locale/{locale}/feedback/list/{pageNumber}")
	Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable int pageNumber, @QueryFields HelpdeskFeedbackQuery query);

	/**
	 * List what readers found helpful or not.
	 * <p>
	 * The route for help desks of the former storage, which Crisp replaced by the tree.
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the page, from 1
	 * @return the feedback of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 * @deprecated in favor of
	 * {@link #listHelpdeskLocaleFeedbacks(String, String, HelpdeskContentType, int, HelpdeskFeedbackQuery)}
	 */
	@Deprecated
	default Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(String websiteId, String locale,
			int pageNumber) {
		return listHelpdeskLocaleFeedbacks(websiteId, locale, pageNumber, HelpdeskFeedbackQuery.all());
	}

	/**
	 * <strong>User tier only.</strong> Copy what another help desk has into this one.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param externalImport from where, and what
	 * @return completes when the import is accepted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#import-external-helpdesk-to-locale">Import
	 * External Helpdesk To Locale</a>
	 */
	@PostExchange("/import/{locale}/{contentType}")
	Mono<Void> importExternalHelpdeskToLocale(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @RequestBody HelpdeskLocaleExternalImport externalImport);

	/**
	 * <strong>User tier only.</strong> Copy what another help desk has into this one.
	 * <p>
	 * The route for help desks of the former storage, which Crisp replaced by the tree.
	 * Fails with {@link CrispNotFoundException} if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param helpdeskUrl the URL of the other help desk
	 * @return completes when the import is accepted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#import-external-helpdesk-to-locale">Import
	 * External Helpdesk To Locale</a>
	 * @deprecated in favor of
	 * {@link #importExternalHelpdeskToLocale(String, String, HelpdeskContentType, HelpdeskLocaleExternalImport)}
	 */
	@Deprecated
	@PostExchange("/locale/{locale}/import")
	Mono<Void> importExternalHelpdeskToLocale(@PathVariable String websiteId, @PathVariable String locale,
			@BodyField String helpdeskUrl);

	/**
	 * <strong>User tier only.</strong> Export what is written in a language.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @return completes when the export is accepted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#export-helpdesk-locale-articles">Export
	 * Helpdesk Locale Articles</a>
	 */
	@PostExchange("/export/{locale}/{contentType}")
	Mono<Void> exportHelpdeskLocaleArticles(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType);

	/**
	 * <strong>User tier only.</strong> Export what is written in a language.
	 * <p>
	 * The route for help desks of the former storage, which Crisp replaced by the tree.
	 * Fails with {@link CrispNotFoundException} if there is no such language.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return completes when the export is accepted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#export-helpdesk-locale-articles">Export
	 * Helpdesk Locale Articles</a>
	 * @deprecated in favor of
	 * {@link #exportHelpdeskLocaleArticles(String, String, HelpdeskContentType)}
	 */
	@Deprecated
	@PostExchange("/locale/{locale}/export")
	Mono<Void> exportHelpdeskLocaleArticles(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * List the redirections of the help desk.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the redirections of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-redirections">List
	 * Helpdesk Redirections</a>
	 */
	@GetExchange("/redirections/{pageNumber}")
	Flux<HelpdeskRedirection> listHelpdeskRedirections(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Redirect readers from a path of the help desk.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param path the path, such as {@code /old/path/}
	 * @param target the URL to which they are redirected
	 * @return the identifier of the new redirection
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-redirection">Add
	 * Helpdesk Redirection</a>
	 */
	@PostExchange("/redirection")
	Mono<NewHelpdeskRedirection> addHelpdeskRedirection(@PathVariable String websiteId, @BodyField String path,
			@BodyField String target);

	/**
	 * Check whether a redirection exists.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param redirectionId the identifier of the redirection
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-redirection-exists">Check
	 * If Helpdesk Redirection Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/redirection/{redirectionId}")
	Mono<Boolean> checkHelpdeskRedirectionExists(@PathVariable String websiteId, @PathVariable String redirectionId);

	/**
	 * Read a redirection.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such redirection.
	 * @param websiteId the identifier of the website
	 * @param redirectionId the identifier of the redirection
	 * @return the redirection
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-redirection">Resolve
	 * Helpdesk Redirection</a>
	 */
	@GetExchange("/redirection/{redirectionId}")
	Mono<HelpdeskRedirection> resolveHelpdeskRedirection(@PathVariable String websiteId,
			@PathVariable String redirectionId);

	/**
	 * Delete a redirection.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such redirection.
	 * @param websiteId the identifier of the website
	 * @param redirectionId the identifier of the redirection
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-redirection">Delete
	 * Helpdesk Redirection</a>
	 */
	@DeleteExchange("/redirection/{redirectionId}")
	Mono<Void> deleteHelpdeskRedirection(@PathVariable String websiteId, @PathVariable String redirectionId);

	/**
	 * Read the settings of the help desk.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the settings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-settings">Resolve
	 * Helpdesk Settings</a>
	 */
	@GetExchange("/settings")
	Mono<HelpdeskSettings> resolveHelpdeskSettings(@PathVariable String websiteId);

	/**
	 * Change settings of the help desk. What is absent stays as it is.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param settings what to change
	 * @return completes when they are changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-settings">Save
	 * Helpdesk Settings</a>
	 */
	@PatchExchange("/settings")
	Mono<Void> saveHelpdeskSettings(@PathVariable String websiteId, @RequestBody HelpdeskSettings settings);

	/**
	 * <strong>User tier only.</strong> Read under which domains the help desk is reached.
	 * @param websiteId the identifier of the website
	 * @return the domains
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-domain">Resolve
	 * Helpdesk Domain</a>
	 */
	@GetExchange("/domain")
	Mono<HelpdeskDomain> resolveHelpdeskDomain(@PathVariable String websiteId);

	/**
	 * <strong>User tier only.</strong> Change under which domains the help desk is
	 * reached.
	 * @param websiteId the identifier of the website
	 * @param change what to change
	 * @return completes when the change is accepted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-helpdesk-domain-change">Request
	 * Helpdesk Domain Change</a>
	 */
	@PatchExchange("/domain")
	Mono<Void> requestHelpdeskDomainChange(@PathVariable String websiteId, @RequestBody HelpdeskDomainChange change);

	/**
	 * <strong>User tier only.</strong> Read how to set up the domain of the help desk.
	 * @param websiteId the identifier of the website
	 * @return what to set up
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#generate-helpdesk-domain-setup-flow">Generate
	 * Helpdesk Domain Setup Flow</a>
	 */
	@GetExchange("/domain/setup")
	Mono<HelpdeskDomainSetupFlow> generateHelpdeskDomainSetupFlow(@PathVariable String websiteId);

	/**
	 * <strong>User tier only.</strong> Read how to set up a domain for the help desk.
	 * @param websiteId the identifier of the website
	 * @param custom the domain, such as {@code help.acme.com}
	 * @return what to set up
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#generate-helpdesk-domain-setup-flow">Generate
	 * Helpdesk Domain Setup Flow</a>
	 */
	@GetExchange("/domain/setup")
	Mono<HelpdeskDomainSetupFlow> generateHelpdeskDomainSetupFlow(@PathVariable String websiteId,
			@RequestParam("custom") String custom);

	/**
	 * List the web pages of the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the page, from 1
	 * @return the web pages of that page
	 */
	@GetExchange("/page/list/{locale}/{contentType}/{pageNumber}")
	Flux<HelpdeskPage> listHelpdeskPages(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable int pageNumber);

	/**
	 * Read a web page of the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such web page. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param entityId the identifier of what the web page shows
	 * @return the web page
	 */
	@GetExchange("/page/entity/{locale}/{contentType}/{entityId}")
	Mono<HelpdeskPage> resolveHelpdeskPageEntity(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String entityId);

	/**
	 * List what the tree holds.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the page, from 1
	 * @param query which entries to list
	 * @return the entries of that page
	 */
	@GetExchange("/tree/list/{locale}/{contentType}/{pageNumber}")
	Flux<HelpdeskTreeEntry> listHelpdeskTree(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable int pageNumber,
			@QueryFields HelpdeskTreeQuery query);

	/**
	 * List what the tree holds.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the page, from 1
	 * @return the entries of that page
	 */
	default Flux<HelpdeskTreeEntry> listHelpdeskTree(String websiteId, String locale, HelpdeskContentType contentType,
			int pageNumber) {
		return listHelpdeskTree(websiteId, locale, contentType, pageNumber, HelpdeskTreeQuery.builder().build());
	}

	/**
	 * Create an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return completes when it is created
	 */
	@PostExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<Void> createHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Read an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return the entry
	 */
	@GetExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreeEntry> resolveHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Change where an entry is in the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @param update what to do with it
	 * @return completes when it is changed
	 */
	@PatchExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<Void> updateHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path,
			@RequestBody HelpdeskTreePathUpdate update);

	/**
	 * Delete an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return completes when it is deleted
	 */
	@DeleteExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<Void> deleteHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Read the content of an entry.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return the content
	 */
	@GetExchange("/tree/content/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreeContent> resolveHelpdeskTreeContent(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Replace the content of an entry.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @param content the new content
	 * @return completes when it is replaced
	 */
	@PutExchange("/tree/content/{locale}/{contentType}/{*path}")
	Mono<Void> saveHelpdeskTreeContent(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path, @BodyField String content);

	/**
	 * Read what describes an entry, such as its title.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return what describes it
	 */
	@GetExchange("/tree/metadata/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreeMetadata> resolveHelpdeskTreeMetadata(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Change what describes an entry. What is absent stays as it is.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @param metadata what to change
	 * @return completes when it is changed
	 */
	@PatchExchange("/tree/metadata/{locale}/{contentType}/{*path}")
	Mono<Void> updateHelpdeskTreeMetadata(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path,
			@RequestBody HelpdeskTreeMetadata metadata);

	/**
	 * Read where an entry is shown.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such entry. Crisp does not
	 * document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return the web page
	 */
	@GetExchange("/tree/page/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreePage> resolveHelpdeskTreePage(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * List the changes that were made to the help desk.
	 * <p>
	 * Crisp does not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @param query which changes to list
	 * @return the changes of that page
	 */
	@GetExchange("/history/changes/{pageNumber}")
	Flux<HelpdeskHistoryChange> listHelpdeskHistoryChanges(@PathVariable String websiteId, @PathVariable int pageNumber,
			@QueryFields HelpdeskHistoryQuery query);

	/**
	 * List the changes that were made to the help desk.
	 * <p>
	 * Crisp does not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the changes of that page
	 */
	default Flux<HelpdeskHistoryChange> listHelpdeskHistoryChanges(String websiteId, int pageNumber) {
		return listHelpdeskHistoryChanges(websiteId, pageNumber, HelpdeskHistoryQuery.builder().build());
	}

	/**
	 * Read a change that was made to the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such change. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param changeId the identifier of the change
	 * @return the change
	 */
	@GetExchange("/history/change/{changeId}")
	Mono<HelpdeskHistoryChange> resolveHelpdeskHistoryChange(@PathVariable String websiteId,
			@PathVariable String changeId);

	/**
	 * Cancel a change that was made to the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such change. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param changeId the identifier of the change
	 * @param action how to cancel it
	 * @return completes when it is cancelled
	 */
	@DeleteExchange("/history/change/{changeId}")
	Mono<Void> cancelHelpdeskHistoryChange(@PathVariable String websiteId, @PathVariable String changeId,
			@BodyField String action);

	/**
	 * Have the content of the help desk refreshed.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such language. Crisp does
	 * not document the tiers that may call it.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @return completes when it is requested
	 */
	@PostExchange("/refresh/{locale}/{contentType}")
	Mono<Void> requestHelpdeskContentRefresh(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType);

}
