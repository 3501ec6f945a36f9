package io.github.crispspring.client.website;

import io.github.crispspring.client.website.batch.WebsiteBatchClient;
import io.github.crispspring.client.website.campaign.WebsiteCampaignClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;
import io.github.crispspring.client.website.people.WebsitePeopleClient;

/**
 * All that can be done with a website. Each of the interfaces it joins can be injected in
 * its place.
 */
public interface WebsiteClient extends WebsiteBatchClient, WebsiteCampaignClient, WebsiteConversationClient,
		WebsiteHelpdeskClient, WebsitePeopleClient {

}
