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
 * The campaigns of a website: messages that it sends to many people.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 * Methods that check whether something exists answer {@code false} rather than fail with
 * the former.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-campaign">Website
 * Campaign</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsiteCampaignClient {

	/**
	 * <strong>User tier only.</strong> List the campaigns of a website.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the campaigns of that page
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#list-campaigns">List
	 * Campaigns</a>
	 */
	@GetExchange("/campaigns/list/{pageNumber}")
	Flux<WebsiteCampaignExcerpt> listCampaigns(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * <strong>User tier only.</strong> List the tags that campaigns of the website have
	 * been given.
	 * @param websiteId the identifier of the website
	 * @return the tags
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-tags">List Campaign
	 * Tags</a>
	 */
	@GetExchange("/campaigns/tags")
	Flux<String> listCampaignTags(@PathVariable String websiteId);

	/**
	 * List the templates for campaigns.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the templates of that page
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
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param format the format of its content, such as {@code html}
	 * @param name its name
	 * @return the identifier of the new template
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-campaign-template">Create
	 * A New Campaign Template</a>
	 */
	@PostExchange("/campaigns/template")
	Mono<WebsiteCampaignTemplateNew> createNewCampaignTemplate(@PathVariable String websiteId, @BodyField String format,
			@BodyField String name);

	/**
	 * Check whether a template exists.
	 * <p>
	 * For the user, plugin and website tiers.
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
	 * Read a template.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such template.
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such template.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @param template the template
	 * @return completes when it is replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-a-campaign-template">Save A
	 * Campaign Template</a>
	 */
	@PutExchange("/campaigns/template/{templateId}")
	Mono<Void> saveCampaignTemplate(@PathVariable String websiteId, @PathVariable String templateId,
			@RequestBody WebsiteCampaignTemplateItem template);

	/**
	 * Change a template. What is absent stays as it is.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such template.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @param template what to change
	 * @return completes when it is changed
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
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such template.
	 * @param websiteId the identifier of the website
	 * @param templateId the identifier of the template
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-campaign-template">Remove
	 * A Campaign Template</a>
	 */
	@DeleteExchange("/campaigns/template/{templateId}")
	Mono<Void> removeCampaignTemplate(@PathVariable String websiteId, @PathVariable String templateId);

	/**
	 * <strong>User tier only.</strong> Create a campaign.
	 * @param websiteId the identifier of the website
	 * @param type its type, such as {@code one_shot}
	 * @param name its name
	 * @return what is known of the new campaign, of a form that Crisp does not document
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#create-a-new-campaign">Create A
	 * New Campaign</a>
	 */
	@MayBeEmpty
	@PostExchange("/campaign")
	Mono<Map<String, Object>> createNewCampaign(@PathVariable String websiteId, @BodyField String type,
			@BodyField String name);

	/**
	 * <strong>User tier only.</strong> Check whether a campaign exists.
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
	 * <strong>User tier only.</strong> Read a campaign.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return the campaign
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-a-campaign">Get A
	 * Campaign</a>
	 */
	@GetExchange("/campaign/{campaignId}")
	Mono<WebsiteCampaignItem> getCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * <strong>User tier only.</strong> Replace a campaign.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param campaign the campaign
	 * @return completes when it is replaced
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#save-a-campaign">Save
	 * A Campaign</a>
	 */
	@PutExchange("/campaign/{campaignId}")
	Mono<Void> saveCampaign(@PathVariable String websiteId, @PathVariable String campaignId,
			@RequestBody WebsiteCampaignItem campaign);

	/**
	 * <strong>User tier only.</strong> Change a campaign. What is absent stays as it is.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param campaign what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-a-campaign">Update A
	 * Campaign</a>
	 */
	@PatchExchange("/campaign/{campaignId}")
	Mono<Void> updateCampaign(@PathVariable String websiteId, @PathVariable String campaignId,
			@RequestBody WebsiteCampaignItem campaign);

	/**
	 * <strong>User tier only.</strong> Delete a campaign.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-a-campaign">Remove A
	 * Campaign</a>
	 */
	@DeleteExchange("/campaign/{campaignId}")
	Mono<Void> removeCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * <strong>User tier only.</strong> Send a campaign to its recipients.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return completes when the sending is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#dispatch-a-campaign">Dispatch A
	 * Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/dispatch")
	Mono<Void> dispatchCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * <strong>User tier only.</strong> Go on with a paused campaign.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return completes when it is resumed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#resume-a-campaign">Resume A
	 * Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/resume")
	Mono<Void> resumeCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * <strong>User tier only.</strong> Pause a campaign.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return completes when it is paused
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#pause-a-campaign">Pause A
	 * Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/pause")
	Mono<Void> pauseCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * <strong>User tier only.</strong> Try a campaign out before it is sent to its
	 * recipients.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @return completes when the test is requested
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#test-a-campaign">Test
	 * A Campaign</a>
	 */
	@PostExchange("/campaign/{campaignId}/test")
	Mono<Void> testCampaign(@PathVariable String websiteId, @PathVariable String campaignId);

	/**
	 * <strong>User tier only.</strong> List the people that a campaign is meant for.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param pageNumber the page, from 1
	 * @return the recipients of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-recipients">List
	 * Campaign Recipients</a>
	 */
	@GetExchange("/campaign/{campaignId}/recipients/{pageNumber}")
	Flux<WebsiteCampaignRecipient> listCampaignRecipients(@PathVariable String websiteId,
			@PathVariable String campaignId, @PathVariable int pageNumber);

	/**
	 * <strong>User tier only.</strong> List who did something with a campaign.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such campaign.
	 * @param websiteId the identifier of the website
	 * @param campaignId the identifier of the campaign
	 * @param action what was done
	 * @param pageNumber the page, from 1
	 * @return who did it, and when
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-campaign-statistics">List
	 * Campaign Statistics</a>
	 */
	@GetExchange("/campaign/{campaignId}/statistics/{action}/{pageNumber}")
	Flux<WebsiteCampaignStatistic> listCampaignStatistics(@PathVariable String websiteId,
			@PathVariable String campaignId, @PathVariable String action, @PathVariable int pageNumber);

}
