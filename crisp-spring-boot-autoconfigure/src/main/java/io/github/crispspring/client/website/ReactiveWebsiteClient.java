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

	/**
	 * Return the methods for analytics only.
	 * @return this client
	 */
	default ReactiveWebsiteAnalyticsClient analytics() {
		return this;
	}

	/**
	 * Return the methods for availability of operators only.
	 * @return this client
	 */
	default ReactiveWebsiteAvailabilityClient availability() {
		return this;
	}

	/**
	 * Return the methods for websites themselves only.
	 * @return this client
	 */
	default ReactiveWebsiteBaseClient base() {
		return this;
	}

	/**
	 * Return the methods for batch operations only.
	 * @return this client
	 */
	default ReactiveWebsiteBatchClient batch() {
		return this;
	}

	/**
	 * Return the methods for campaigns only.
	 * @return this client
	 */
	default ReactiveWebsiteCampaignClient campaign() {
		return this;
	}

	/**
	 * Return the methods for connection endpoints only.
	 * @return this client
	 */
	default ReactiveWebsiteConnectClient connect() {
		return this;
	}

	/**
	 * Return the methods for conversations only.
	 * @return this client
	 */
	default ReactiveWebsiteConversationClient conversation() {
		return this;
	}

	/**
	 * Return the methods for helpdesk only.
	 * @return this client
	 */
	default ReactiveWebsiteHelpdeskClient helpdesk() {
		return this;
	}

	/**
	 * Return the methods for inboxes only.
	 * @return this client
	 */
	default ReactiveWebsiteInboxClient inbox() {
		return this;
	}

	/**
	 * Return the methods for operators only.
	 * @return this client
	 */
	default ReactiveWebsiteOperatorClient operator() {
		return this;
	}

	/**
	 * Return the methods for people profiles only.
	 * @return this client
	 */
	default ReactiveWebsitePeopleClient people() {
		return this;
	}

	/**
	 * Return the methods for settings only.
	 * @return this client
	 */
	default ReactiveWebsiteSettingsClient settings() {
		return this;
	}

	/**
	 * Return the methods for teams only.
	 * @return this client
	 */
	default ReactiveWebsiteTeamsClient teams() {
		return this;
	}

	/**
	 * Return the methods for identity verification only.
	 * @return this client
	 */
	default ReactiveWebsiteVerifyClient verify() {
		return this;
	}

	/**
	 * Return the methods for visitors only.
	 * @return this client
	 */
	default ReactiveWebsiteVisitorsClient visitors() {
		return this;
	}

}
