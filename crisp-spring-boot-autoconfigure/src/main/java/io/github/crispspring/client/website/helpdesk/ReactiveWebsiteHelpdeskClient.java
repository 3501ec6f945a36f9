package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.model.AccountVerification;
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
 * Client for the help desk of a website: its languages, content and settings.
 * <p>
 * Crisp stores content in a tree per language and content type. The methods for articles,
 * categories and sections use the former storage, which Crisp replaced with the tree.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-helpdesk">Website
 * Helpdesk</a>
 */
@HttpExchange("/v1/website/{websiteId}/helpdesk")
public interface ReactiveWebsiteHelpdeskClient {

	/**
	 * Check whether the website has a help desk.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return whether the website has a help desk
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-exists">Check If
	 * Helpdesk Exists</a>
	 */
	@HttpExchange(method = "HEAD")
	Mono<Boolean> checkHelpdeskExists(@PathVariable String websiteId);

	/**
	 * Return the help desk of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the help desk
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk">Resolve
	 * Helpdesk</a>
	 */
	@GetExchange
	Mono<Helpdesk> resolveHelpdesk(@PathVariable String websiteId);

	/**
	 * Create the help desk of the website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param name the name
	 * @param domainBasic the name of the subdomain at Crisp, such as {@code acme}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#initialize-helpdesk">Initialize
	 * Helpdesk</a>
	 */
	@PostExchange
	Mono<Void> initializeHelpdesk(@PathVariable String websiteId, @BodyField String name,
			@BodyField String domainBasic);

	/**
	 * Delete the help desk and its content. This cannot be undone.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param verify the verification that authorizes the operation
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk">Delete
	 * Helpdesk</a>
	 */
	@DeleteExchange
	Mono<Void> deleteHelpdesk(@PathVariable String websiteId, @BodyField AccountVerification verify);

	/**
	 * List the languages of the help desk.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the languages on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locales">List
	 * Helpdesk Locales</a>
	 */
	@GetExchange("/locales/{pageNumber}")
	Flux<HelpdeskLocale> listHelpdeskLocales(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Add a language.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-locale">Add Helpdesk
	 * Locale</a>
	 */
	@PostExchange("/locale")
	Mono<Void> addHelpdeskLocale(@PathVariable String websiteId, @BodyField String locale);

	/**
	 * Check whether the help desk has a language.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return whether the help desk has the language
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-exists">Check
	 * If Helpdesk Locale Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}")
	Mono<Boolean> checkHelpdeskLocaleExists(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * Return a language of the help desk.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
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
	 * Delete a language and its content.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale">Delete
	 * Helpdesk Locale</a>
	 */
	@DeleteExchange("/locale/{locale}")
	Mono<Void> deleteHelpdeskLocale(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * List the articles of a language.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the number of the page, starting at 1
	 * @return the articles on the page; Crisp may omit some of their values
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the number of the page, starting at 1
	 * @param orderVisits whether to order by the number of visits
	 * @return the articles on the page; Crisp may omit some of their values
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param title the title
	 * @return the identifier of the new article
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-a-new-helpdesk-locale-article">Add
	 * A New Helpdesk Locale Article</a>
	 */
	@PostExchange("/locale/{locale}/article")
	Mono<CreatedHelpdeskLocaleArticle> addNewHelpdeskLocaleArticle(@PathVariable String websiteId,
			@PathVariable String locale, @BodyField String title);

	/**
	 * Check whether an article exists.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers.
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
	 * Return an article.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param article the new values of the article
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-article">Save
	 * Helpdesk Locale Article</a>
	 */
	@PutExchange("/locale/{locale}/article/{articleId}")
	Mono<Void> saveHelpdeskLocaleArticle(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @RequestBody HelpdeskLocaleArticle article);

	/**
	 * Change an article. Absent values remain unchanged.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param article the values to change
	 * @return a signal that the request has completed
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale-article">Delete
	 * Helpdesk Locale Article</a>
	 */
	@DeleteExchange("/locale/{locale}/article/{articleId}")
	Mono<Void> deleteHelpdeskLocaleArticle(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId);

	/**
	 * Return the web page of an article.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the web page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article-page">Resolve
	 * Helpdesk Locale Article Page</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/page")
	Mono<HelpdeskLocaleArticle.Page> resolveHelpdeskLocaleArticlePage(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Return the category of an article.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the category and, if there is one, the section
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article-category">Resolve
	 * Helpdesk Locale Article Category</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/category")
	Mono<HelpdeskLocaleArticle.Category> resolveHelpdeskLocaleArticleCategory(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Move an article to a category, or to a section of one.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param move the target of the move
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-helpdesk-locale-article-category">Update
	 * Helpdesk Locale Article Category</a>
	 */
	@PatchExchange("/locale/{locale}/article/{articleId}/category")
	Mono<Void> updateHelpdeskLocaleArticleCategory(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @RequestBody HelpdeskLocaleArticleMove move);

	/**
	 * List the articles in other languages to which an article is linked.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the linked articles
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-article-alternates">List
	 * Helpdesk Locale Article Alternates</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/alternates")
	Flux<HelpdeskLocaleArticle.Alternate> listHelpdeskLocaleArticleAlternates(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Check whether an article is linked to an article in another language.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @return whether the article is linked
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-helpdesk-locale-article-alternate-exists">Check
	 * If Helpdesk Locale Article Alternate Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<Boolean> checkHelpdeskLocaleArticleAlternateExists(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @PathVariable String localeLinked);

	/**
	 * Return the article in another language to which an article is linked.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist or is not linked.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @return the linked article
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-locale-article-alternate">Resolve
	 * Helpdesk Locale Article Alternate</a>
	 */
	@GetExchange("/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<HelpdeskLocaleArticle.Alternate> resolveHelpdeskLocaleArticleAlternate(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId, @PathVariable String localeLinked);

	/**
	 * Link an article to its translation in another language.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @param articleIdLinked the identifier of the article in the other language
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-article-alternate">Save
	 * Helpdesk Locale Article Alternate</a>
	 */
	@PutExchange("/locale/{locale}/article/{articleId}/alternate/{localeLinked}")
	Mono<Void> saveHelpdeskLocaleArticleAlternate(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String articleId, @PathVariable String localeLinked,
			@BodyField("article_id") String articleIdLinked);

	/**
	 * Remove the link between an article and its translation in another language.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist or is not linked.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @param localeLinked the code of the other language
	 * @return a signal that the request has completed
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return the new state of the article
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#publish-helpdesk-locale-article">Publish
	 * Helpdesk Locale Article</a>
	 */
	@PostExchange("/locale/{locale}/article/{articleId}/publish")
	Mono<HelpdeskLocaleArticlePublish> publishHelpdeskLocaleArticle(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String articleId);

	/**
	 * Unpublish an article, which makes it a draft.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the article does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param articleId the identifier of the article
	 * @return a signal that the request has completed
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the number of the page, starting at 1
	 * @return the categories on the page
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param name the name
	 * @return the identifier of the new category
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-locale-category">Add
	 * Helpdesk Locale Category</a>
	 */
	@PostExchange("/locale/{locale}/category")
	Mono<CreatedHelpdeskLocaleCategory> addHelpdeskLocaleCategory(@PathVariable String websiteId,
			@PathVariable String locale, @BodyField String name);

	/**
	 * Check whether a category exists.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers.
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
	 * Return a category.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the category does not exist.
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the category does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param category the new values of the category
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-category">Save
	 * Helpdesk Locale Category</a>
	 */
	@PutExchange("/locale/{locale}/category/{categoryId}")
	Mono<Void> saveHelpdeskLocaleCategory(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @RequestBody HelpdeskLocaleCategory category);

	/**
	 * Change a category. Absent values remain unchanged.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the category does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param category the values to change
	 * @return a signal that the request has completed
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the category does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @return a signal that the request has completed
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the category does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param pageNumber the number of the page, starting at 1
	 * @return the sections on the page
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the category does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param name the name
	 * @return the identifier of the new section
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-locale-section">Add
	 * Helpdesk Locale Section</a>
	 */
	@PostExchange("/locale/{locale}/category/{categoryId}/section")
	Mono<CreatedHelpdeskLocaleSection> addHelpdeskLocaleSection(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable String categoryId, @BodyField String name);

	/**
	 * Check whether a section exists.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers.
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
	 * Return a section.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the section does not exist.
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the section does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @param section the new values of the section
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-locale-section">Save
	 * Helpdesk Locale Section</a>
	 */
	@PutExchange("/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<Void> saveHelpdeskLocaleSection(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable String sectionId,
			@RequestBody HelpdeskLocaleSection section);

	/**
	 * Change a section. Absent values remain unchanged.
	 * <p>
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the section does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @param section the values to change
	 * @return a signal that the request has completed
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
	 * Uses the former storage of the help desk, which Crisp replaced with the tree.
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the section does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param categoryId the identifier of the category
	 * @param sectionId the identifier of the section
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-locale-section">Delete
	 * Helpdesk Locale Section</a>
	 */
	@DeleteExchange("/locale/{locale}/category/{categoryId}/section/{sectionId}")
	Mono<Void> deleteHelpdeskLocaleSection(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable String categoryId, @PathVariable String sectionId);

	/**
	 * Return how many readers rated content as helpful or unhelpful.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param query the feedback to include
	 * @return the numbers of ratings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 */
	@GetExchange("/feedback/ratings/{locale}/{contentType}")
	Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable HelpdeskContentType contentType,
			@QueryFields HelpdeskFeedbackQuery query);

	/**
	 * Return how many readers rated content as helpful or unhelpful.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @return the numbers of ratings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 */
	default Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(String websiteId, String locale,
			HelpdeskContentType contentType) {
		return mapHelpdeskLocaleFeedbackRatings(websiteId, locale, contentType, HelpdeskFeedbackQuery.all());
	}

	/**
	 * Return how many readers rated content as helpful or unhelpful.
	 * <p>
	 * Uses the route of the former storage of the help desk, which Crisp replaced with
	 * the tree. Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param query the feedback to include
	 * @return the numbers of ratings
	 * @deprecated in favor of
	 * {@link #mapHelpdeskLocaleFeedbackRatings(String, String, HelpdeskContentType, HelpdeskFeedbackQuery)}
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 */
	@Deprecated
	@GetExchange("/locale/{locale}/feedback/ratings")
	Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(@PathVariable String websiteId,
			@PathVariable String locale, @QueryFields HelpdeskFeedbackQuery query);

	/**
	 * Return how many readers rated content as helpful or unhelpful.
	 * <p>
	 * Uses the route of the former storage of the help desk, which Crisp replaced with
	 * the tree. Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return the numbers of ratings
	 * @deprecated in favor of
	 * {@link #mapHelpdeskLocaleFeedbackRatings(String, String, HelpdeskContentType, HelpdeskFeedbackQuery)}
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#map-helpdesk-locale-feedback-ratings">Map
	 * Helpdesk Locale Feedback Ratings</a>
	 */
	@Deprecated
	default Mono<HelpdeskLocaleFeedbackRatings> mapHelpdeskLocaleFeedbackRatings(String websiteId, String locale) {
		return mapHelpdeskLocaleFeedbackRatings(websiteId, locale, HelpdeskFeedbackQuery.all());
	}

	/**
	 * List the feedback of readers.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the number of the page, starting at 1
	 * @param query the feedback to list
	 * @return the feedback on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 */
	@GetExchange("/feedback/list/{locale}/{contentType}/{pageNumber}")
	Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable HelpdeskContentType contentType, @PathVariable int pageNumber,
			@QueryFields HelpdeskFeedbackQuery query);

	/**
	 * List the feedback of readers.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the number of the page, starting at 1
	 * @return the feedback on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 */
	default Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(String websiteId, String locale,
			HelpdeskContentType contentType, int pageNumber) {
		return listHelpdeskLocaleFeedbacks(websiteId, locale, contentType, pageNumber, HelpdeskFeedbackQuery.all());
	}

	/**
	 * List the feedback of readers.
	 * <p>
	 * Uses the route of the former storage of the help desk, which Crisp replaced with
	 * the tree. Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the number of the page, starting at 1
	 * @param query the feedback to list
	 * @return the feedback on the page
	 * @deprecated in favor of
	 * {@link #listHelpdeskLocaleFeedbacks(String, String, HelpdeskContentType, int, HelpdeskFeedbackQuery)}
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 */
	@Deprecated
	@GetExchange("/locale/{locale}/feedback/list/{pageNumber}")
	Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable int pageNumber, @QueryFields HelpdeskFeedbackQuery query);

	/**
	 * List the feedback of readers.
	 * <p>
	 * Uses the route of the former storage of the help desk, which Crisp replaced with
	 * the tree. Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param pageNumber the number of the page, starting at 1
	 * @return the feedback on the page
	 * @deprecated in favor of
	 * {@link #listHelpdeskLocaleFeedbacks(String, String, HelpdeskContentType, int, HelpdeskFeedbackQuery)}
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-locale-feedbacks">List
	 * Helpdesk Locale Feedbacks</a>
	 */
	@Deprecated
	default Flux<HelpdeskLocaleFeedbackItem> listHelpdeskLocaleFeedbacks(String websiteId, String locale,
			int pageNumber) {
		return listHelpdeskLocaleFeedbacks(websiteId, locale, pageNumber, HelpdeskFeedbackQuery.all());
	}

	/**
	 * Import the content of another help desk.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param externalImport the source and the content to import
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#import-external-helpdesk-to-locale">Import
	 * External Helpdesk To Locale</a>
	 */
	@PostExchange("/import/{locale}/{contentType}")
	Mono<Void> importExternalHelpdeskToLocale(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @RequestBody HelpdeskLocaleExternalImport externalImport);

	/**
	 * Import the content of another help desk.
	 * <p>
	 * Uses the route of the former storage of the help desk, which Crisp replaced with
	 * the tree. <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param helpdeskUrl the URL of the other help desk
	 * @return a signal that the request has completed
	 * @deprecated in favor of
	 * {@link #importExternalHelpdeskToLocale(String, String, HelpdeskContentType, HelpdeskLocaleExternalImport)}
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#import-external-helpdesk-to-locale">Import
	 * External Helpdesk To Locale</a>
	 */
	@Deprecated
	@PostExchange("/locale/{locale}/import")
	Mono<Void> importExternalHelpdeskToLocale(@PathVariable String websiteId, @PathVariable String locale,
			@BodyField String helpdeskUrl);

	/**
	 * Export the content of a language.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#export-helpdesk-locale-articles">Export
	 * Helpdesk Locale Articles</a>
	 */
	@PostExchange("/export/{locale}/{contentType}")
	Mono<Void> exportHelpdeskLocaleArticles(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType);

	/**
	 * Export the content of a language.
	 * <p>
	 * Uses the route of the former storage of the help desk, which Crisp replaced with
	 * the tree. <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the language does not exist.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @return a signal that the request has completed
	 * @deprecated in favor of
	 * {@link #exportHelpdeskLocaleArticles(String, String, HelpdeskContentType)}
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#export-helpdesk-locale-articles">Export
	 * Helpdesk Locale Articles</a>
	 */
	@Deprecated
	@PostExchange("/locale/{locale}/export")
	Mono<Void> exportHelpdeskLocaleArticles(@PathVariable String websiteId, @PathVariable String locale);

	/**
	 * List the redirections of the help desk.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the redirections on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-helpdesk-redirections">List
	 * Helpdesk Redirections</a>
	 */
	@GetExchange("/redirections/{pageNumber}")
	Flux<HelpdeskRedirection> listHelpdeskRedirections(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Add a redirection from a path of the help desk.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param path the path, such as {@code /old/path/}
	 * @param target the URL to which they are redirected
	 * @return the identifier of the new redirection
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-helpdesk-redirection">Add
	 * Helpdesk Redirection</a>
	 */
	@PostExchange("/redirection")
	Mono<CreatedHelpdeskRedirection> addHelpdeskRedirection(@PathVariable String websiteId, @BodyField String path,
			@BodyField String target);

	/**
	 * Check whether a redirection exists.
	 * <p>
	 * Available to the user, plugin and website tiers.
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
	 * Return a redirection.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the redirection does not exist.
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
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the redirection does not exist.
	 * @param websiteId the identifier of the website
	 * @param redirectionId the identifier of the redirection
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-helpdesk-redirection">Delete
	 * Helpdesk Redirection</a>
	 */
	@DeleteExchange("/redirection/{redirectionId}")
	Mono<Void> deleteHelpdeskRedirection(@PathVariable String websiteId, @PathVariable String redirectionId);

	/**
	 * Return the settings of the help desk.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the settings
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-settings">Resolve
	 * Helpdesk Settings</a>
	 */
	@GetExchange("/settings")
	Mono<HelpdeskSettings> resolveHelpdeskSettings(@PathVariable String websiteId);

	/**
	 * Change settings of the help desk. Absent values remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param settings the settings to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-helpdesk-settings">Save
	 * Helpdesk Settings</a>
	 */
	@PatchExchange("/settings")
	Mono<Void> saveHelpdeskSettings(@PathVariable String websiteId, @RequestBody HelpdeskSettings settings);

	/**
	 * Return the domains of the help desk.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return the domains
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resolve-helpdesk-domain">Resolve
	 * Helpdesk Domain</a>
	 */
	@GetExchange("/domain")
	Mono<HelpdeskDomain> resolveHelpdeskDomain(@PathVariable String websiteId);

	/**
	 * Change the domain of the help desk.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param change the values to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#request-helpdesk-domain-change">Request
	 * Helpdesk Domain Change</a>
	 */
	@PatchExchange("/domain")
	Mono<Void> requestHelpdeskDomainChange(@PathVariable String websiteId, @RequestBody HelpdeskDomainChange change);

	/**
	 * Return the setup instructions for the domain of the help desk.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return the instructions
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#generate-helpdesk-domain-setup-flow">Generate
	 * Helpdesk Domain Setup Flow</a>
	 */
	@GetExchange("/domain/setup")
	Mono<HelpdeskDomain.SetupFlow> generateHelpdeskDomainSetupFlow(@PathVariable String websiteId);

	/**
	 * Return the setup instructions for a domain of the help desk.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param custom the custom domain, such as {@code help.acme.com}
	 * @return the instructions
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#generate-helpdesk-domain-setup-flow">Generate
	 * Helpdesk Domain Setup Flow</a>
	 */
	@GetExchange("/domain/setup")
	Mono<HelpdeskDomain.SetupFlow> generateHelpdeskDomainSetupFlow(@PathVariable String websiteId,
			@RequestParam("custom") String custom);

	/**
	 * List the web pages of the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the language does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the number of the page, starting at 1
	 * @return the web pages on the page
	 */
	@GetExchange("/page/list/{locale}/{contentType}/{pageNumber}")
	Flux<HelpdeskPage> listHelpdeskPages(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable int pageNumber);

	/**
	 * Return a web page of the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the web page does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param entityId the identifier of the entity that the web page shows
	 * @return the web page
	 */
	@GetExchange("/page/entity/{locale}/{contentType}/{entityId}")
	Mono<HelpdeskPage> resolveHelpdeskPageEntity(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String entityId);

	/**
	 * List the entries of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the language does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the number of the page, starting at 1
	 * @param query the entries to list
	 * @return the entries on the page
	 */
	@GetExchange("/tree/list/{locale}/{contentType}/{pageNumber}")
	Flux<HelpdeskTreeEntry> listHelpdeskTree(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable int pageNumber,
			@QueryFields HelpdeskTreeQuery query);

	/**
	 * List the entries of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the language does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param pageNumber the number of the page, starting at 1
	 * @return the entries on the page
	 */
	default Flux<HelpdeskTreeEntry> listHelpdeskTree(String websiteId, String locale, HelpdeskContentType contentType,
			int pageNumber) {
		return listHelpdeskTree(websiteId, locale, contentType, pageNumber, HelpdeskTreeQuery.builder().build());
	}

	/**
	 * Create an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the language does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return a signal that the request has completed
	 */
	@PostExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<Void> createHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Return an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
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
	 * Move an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @param update the update
	 * @return a signal that the request has completed
	 */
	@PatchExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<Void> updateHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path,
			@RequestBody HelpdeskTreePathUpdate update);

	/**
	 * Delete an entry of the tree.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return a signal that the request has completed
	 */
	@DeleteExchange("/tree/path/{locale}/{contentType}/{*path}")
	Mono<Void> deleteHelpdeskTreePath(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Return the content of an entry.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return the content
	 */
	@GetExchange("/tree/content/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreeEntry.Content> resolveHelpdeskTreeContent(@PathVariable String websiteId,
			@PathVariable String locale, @PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Replace the content of an entry.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @param content the new content
	 * @return a signal that the request has completed
	 */
	@PutExchange("/tree/content/{locale}/{contentType}/{*path}")
	Mono<Void> saveHelpdeskTreeContent(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path, @BodyField String content);

	/**
	 * Return the metadata of an entry, such as its title.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return the metadata
	 */
	@GetExchange("/tree/metadata/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreeMetadata> resolveHelpdeskTreeMetadata(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * Change the metadata of an entry. Absent values remain unchanged.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @param metadata the values to change
	 * @return a signal that the request has completed
	 */
	@PatchExchange("/tree/metadata/{locale}/{contentType}/{*path}")
	Mono<Void> updateHelpdeskTreeMetadata(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path,
			@RequestBody HelpdeskTreeMetadata metadata);

	/**
	 * Return the web page of an entry.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the entry does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @param path the path of the entry in the tree, such as
	 * {@code setup-guide/install-kit}
	 * @return the web page
	 */
	@GetExchange("/tree/page/{locale}/{contentType}/{*path}")
	Mono<HelpdeskTreeEntry.Page> resolveHelpdeskTreePage(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType, @PathVariable String path);

	/**
	 * List the changes made to the help desk.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @param query the changes to list
	 * @return the changes on the page
	 */
	@GetExchange("/history/changes/{pageNumber}")
	Flux<HelpdeskHistoryChange> listHelpdeskHistoryChanges(@PathVariable String websiteId, @PathVariable int pageNumber,
			@QueryFields HelpdeskHistoryQuery query);

	/**
	 * List the changes made to the help desk.
	 * <p>
	 * Crisp does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the changes on the page
	 */
	default Flux<HelpdeskHistoryChange> listHelpdeskHistoryChanges(String websiteId, int pageNumber) {
		return listHelpdeskHistoryChanges(websiteId, pageNumber, HelpdeskHistoryQuery.builder().build());
	}

	/**
	 * Return a change made to the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the change does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param changeId the identifier of the change
	 * @return the change
	 */
	@GetExchange("/history/change/{changeId}")
	Mono<HelpdeskHistoryChange> resolveHelpdeskHistoryChange(@PathVariable String websiteId,
			@PathVariable String changeId);

	/**
	 * Cancel a change made to the help desk.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the change does not exist. Crisp does
	 * not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param changeId the identifier of the change
	 * @param action the way to cancel it
	 * @return a signal that the request has completed
	 */
	@DeleteExchange("/history/change/{changeId}")
	Mono<Void> cancelHelpdeskHistoryChange(@PathVariable String websiteId, @PathVariable String changeId,
			@BodyField String action);

	/**
	 * Request a refresh of the help desk's content.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if the language does not exist. Crisp
	 * does not document which tiers may call this method.
	 * @param websiteId the identifier of the website
	 * @param locale the code of the language, such as {@code fr}
	 * @param contentType the kind of content
	 * @return a signal that the request has completed
	 */
	@PostExchange("/refresh/{locale}/{contentType}")
	Mono<Void> requestHelpdeskContentRefresh(@PathVariable String websiteId, @PathVariable String locale,
			@PathVariable HelpdeskContentType contentType);

}
