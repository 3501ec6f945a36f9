package io.github.crispspring.client.website.campaign;

import java.util.Map;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.MayBeEmpty;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Client for the campaigns of a website, which are messages sent to many people.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-campaign">Website
 * Campaign</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteCampaignClient {

	/**
	 * List the campaigns of a website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the campaigns on the page
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#list-campaigns">List
	 * Campaigns</a>
	 */
	@GetExchange("/campaigns/list/{pageNumber}")
	Flux<WebsiteCampaignExcerpt> listCampaigns(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * List the tags used by campaigns of the website.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return the tags
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-tags">List Campaign
	 * Tags</a>
	 */
	@GetExchange("/campaigns/tags")
	Flux<String> listCampaignTags(@PathVariable String websiteId);

	/**
	 * List the campaign templates.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the templates on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-templates">List
	 * Campaign Templates</a>
	 */
	@GetExchange("/campaigns/templates/{pageNumber}")
	Flux<WebsiteCampaignTemplateExcerpt> listCampaignTemplates(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Create a template.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param format the format of its content, such as {@code html}
	 * @param name the name
	 * @return the identifier of the new template
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-campaign-template">Create
	 * A New Campaign Template</a>
	 */
	@PostExchange("/campaigns/template")
	Mono<CreatedWebsiteCampaignTemplate> createNewCampaignTemplate(@PathVariable String websiteId,
			@BodyField String format, @BodyField String name);

	/**
	 * Check whether a template exists.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-campaign-template-exists">Check
	 * If Campaign Template Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/campaigns/template/{templateId}")
	Mono<Boolean> checkCampaignTemplateExists(@PathVariable String websiteId, @PathVariable String templateId);

	/**
	 * Return a template.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the template does not exist.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @return the template
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-a-campaign-template">Get A
	 * Campaign Template</a>
	 */
	@GetExchange("/campaigns/template/{templateId}")
	Mono<WebsiteCampaignTemplateItem> getCampaignTemplate(@PathVariable String websiteId,
			@PathVariable String templateId);

	/**
	 * Replace a template.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the template does not exist.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @param template the template
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-a-campaign-template">Save A
	 * Campaign Template</a>
	 */
	@PutExchange("/campaigns/template/{templateId}")
	Mono<Void> saveCampaignTemplate(@PathVariable String websiteId, @PathVariable String templateId,
			@RequestBody WebsiteCampaignTemplateItem template);

	/**
	 * Change a template. Absent values remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the template does not exist.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @param template the values to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-a-campaign-template">Update
	 * A Campaign Template</a>
	 */
	@PatchExchange("/campaigns/template/{templateId}")
	Mono<Void> updateCampaignTemplate(@PathVariable String websiteId, @PathVariable String templateId,
			@RequestBody WebsiteCampaignTemplateItem template);

	/**
	 * Delete a template.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the template does not exist.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-campaign-template">Remove
	 * A Campaign Template</a>
	 */
	@DeleteExchange("/campaigns/template/{templateId}")
	Mono<Void> removeCampaignTemplate(@PathVariable String websiteId, @PathVariable String templateId);

	/**
	 * Create a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param type the type of the campaign, such as {@code one_shot}
	 * @param name the name
	 * @return the new campaign, whose format Crisp does not document
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-campaign">Create A
	 * New Campaign</a>
	 */
	@MayBeEmpty
	@PostExchange("/campaign")
	Mono<Map<String, Object>> createNewCampaign(@PathVariable String websiteId, @BodyField String type,
			@BodyField String name);

	/**
	 * Check whether a campaign exists.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-campaign-exists">Check If
	 * Campaign Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/campaign/{campaignId}")
	Mono<Boolean> checkCampaignExists(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * Return a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return the campaign
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-a-campaign">Get A
	 * Campaign</a>
	 */
	@GetExchange("/campaign/{campaignId}")
	Mono<WebsiteCampaignItem> getCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * Replace a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param campaign the campaign
	 * @return a signal that the request has completed
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#save-a-campaign">Save
	 * A Campaign</a>
	 */
	@PutExchange("/campaign/{campaignId}")
	Mono<Void> saveCampaign(@PathVariable String websiteId, @PathVariable String campaignId,
			@RequestBody WebsiteCampaignItem campaign);

	/**
	 * Change a campaign. Absent values remain unchanged.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param campaign the values to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-a-campaign">Update A
	 * Campaign</a>
	 */
	@PatchExchange("/campaign/{campaignId}")
	Mono<Void> updateCampaign(@PathVariable String websiteId, @PathVariable String campaignId,
			@RequestBody WebsiteCampaignItem campaign);

	/**
	 * Delete a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-campaign">Remove A
	 * Campaign</a>
	 */
	@DeleteExchange("/campaign/{campaignId}")
	Mono<Void> removeCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * Send a campaign to its recipients.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#dispatch-a-campaign">Dispatch A
	 * Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/dispatch")
	Mono<Void> dispatchCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * Resume a paused campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resume-a-campaign">Resume A
	 * Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/resume")
	Mono<Void> resumeCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * Pause a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#pause-a-campaign">Pause A
	 * Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/pause")
	Mono<Void> pauseCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * Send a test of a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return a signal that the request has completed
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#test-a-campaign">Test
	 * A Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/test")
	Mono<Void> testCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * List the recipients of a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param pageNumber the number of the page, starting at 1
	 * @return the recipients on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-recipients">List
	 * Campaign Recipients</a>
	 */
	@GetExchange("/campaign/{campaignId}/recipients/{pageNumber}")
	Flux<WebsiteCampaignRecipient> listCampaignRecipients(@PathVariable String websiteId,
			@PathVariable String campaignId, @PathVariable int pageNumber);

	/**
	 * List the people who performed an action on a campaign.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the campaign does not exist.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param action the action
	 * @param pageNumber the number of the page, starting at 1
	 * @return the people and the times of their actions
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-statistics">List
	 * Campaign Statistics</a>
	 */
	@GetExchange("/campaign/{campaignId}/statistics/{action}/{pageNumber}")
	Flux<WebsiteCampaignStatistic> listCampaignStatistics(@PathVariable String websiteId,
			@PathVariable String campaignId, @PathVariable String action, @PathVariable int pageNumber);

}
