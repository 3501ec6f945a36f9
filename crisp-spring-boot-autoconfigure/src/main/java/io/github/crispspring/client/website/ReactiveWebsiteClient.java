package io.github.crispspring.client.website;

import io.github.crispspring.client.website.analytics.ReactiveWebsiteAnalyticsClient;
import io.github.crispspring.client.website.availability.ReactiveWebsiteAvailabilityClient;
import io.github.crispspring.client.website.base.ReactiveWebsiteBaseClient;
import io.github.crispspring.client.website.batch.ReactiveWebsiteBatchClient;
import io.github.crispspring.client.website.campaign.ReactiveWebsiteCampaignClient;
import io.github.crispspring.client.website.connect.ReactiveWebsiteConnectClient;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.helpdesk.ReactiveWebsiteHelpdeskClient;
import io.github.crispspring.client.website.inbox.ReactiveWebsiteInboxClient;
import io.github.crispspring.client.website.operator.ReactiveWebsiteOperatorClient;
import io.github.crispspring.client.website.people.ReactiveWebsitePeopleClient;
import io.github.crispspring.client.website.settings.ReactiveWebsiteSettingsClient;
import io.github.crispspring.client.website.teams.ReactiveWebsiteTeamsClient;
import io.github.crispspring.client.website.verify.ReactiveWebsiteVerifyClient;
import io.github.crispspring.client.website.visitors.ReactiveWebsiteVisitorsClient;

/**
 * Client for all operations on websites. Each of the interfaces that it extends can be
 * injected instead.
 */
public interface ReactiveWebsiteClient
		extends ReactiveWebsiteAnalyticsClient, ReactiveWebsiteAvailabilityClient, ReactiveWebsiteBaseClient,
		ReactiveWebsiteBatchClient, ReactiveWebsiteCampaignClient, ReactiveWebsiteConnectClient,
		ReactiveWebsiteConversationClient, ReactiveWebsiteHelpdeskClient, ReactiveWebsiteInboxClient,
		ReactiveWebsiteOperatorClient, ReactiveWebsitePeopleClient, ReactiveWebsiteSettingsClient,
		ReactiveWebsiteTeamsClient, ReactiveWebsiteVerifyClient, ReactiveWebsiteVisitorsClient {

}
