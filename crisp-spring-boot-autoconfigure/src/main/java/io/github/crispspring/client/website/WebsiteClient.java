package io.github.crispspring.client.website;

import io.github.crispspring.client.website.analytics.WebsiteAnalyticsClient;
import io.github.crispspring.client.website.availability.WebsiteAvailabilityClient;
import io.github.crispspring.client.website.base.WebsiteBaseClient;
import io.github.crispspring.client.website.batch.WebsiteBatchClient;
import io.github.crispspring.client.website.campaign.WebsiteCampaignClient;
import io.github.crispspring.client.website.connect.WebsiteConnectClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.client.website.helpdesk.WebsiteHelpdeskClient;
import io.github.crispspring.client.website.inbox.WebsiteInboxClient;
import io.github.crispspring.client.website.operator.WebsiteOperatorClient;
import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.client.website.settings.WebsiteSettingsClient;
import io.github.crispspring.client.website.teams.WebsiteTeamsClient;
import io.github.crispspring.client.website.verify.WebsiteVerifyClient;
import io.github.crispspring.client.website.visitors.WebsiteVisitorsClient;

/**
 * All that can be done with a website. Each of the interfaces it joins can be injected in
 * its place.
 */
public interface WebsiteClient extends WebsiteAnalyticsClient, WebsiteAvailabilityClient, WebsiteBaseClient,
		WebsiteBatchClient, WebsiteCampaignClient, WebsiteConnectClient, WebsiteConversationClient,
		WebsiteHelpdeskClient, WebsiteInboxClient, WebsiteOperatorClient, WebsitePeopleClient, WebsiteSettingsClient,
		WebsiteTeamsClient, WebsiteVerifyClient, WebsiteVisitorsClient {

}
