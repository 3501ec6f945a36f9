package io.github.crispspring.client.website.people;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.QueryFields;
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
 * The profiles of the people that a website knows.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a scope that the call needs.
 * Methods that check whether something exists answer {@code false} rather than fail with
 * the former.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-people">Website
 * People</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsitePeopleClient {

	/**
	 * Read how many profiles there are.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the statistics
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-people-statistics">Get People
	 * Statistics</a>
	 */
	@GetExchange("/people/stats")
	Mono<PeopleStatistics> getPeopleStatistics(@PathVariable String websiteId);

	/**
	 * List the segments that profiles of the website have been given.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the segments of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-people-segments">List
	 * Suggested People Segments</a>
	 */
	@GetExchange("/people/suggest/segments/{pageNumber}")
	Flux<PeopleSuggestedSegment> listSuggestedPeopleSegments(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Stop suggesting a segment.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param segment the segment
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-people-segment">Delete
	 * Suggested People Segment</a>
	 */
	@DeleteExchange("/people/suggest/segment")
	Mono<Void> deleteSuggestedPeopleSegment(@PathVariable String websiteId, @BodyField String segment);

	/**
	 * List the data keys that profiles of the website use.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the keys of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-people-data-keys">List
	 * Suggested People Data Keys</a>
	 */
	@GetExchange("/people/suggest/data/{pageNumber}")
	Flux<PeopleSuggestedDataKey> listSuggestedPeopleDataKeys(@PathVariable String websiteId,
			@PathVariable int pageNumber);

	/**
	 * Stop suggesting a data key.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param key the key
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-people-data-key">Delete
	 * Suggested People Data Key</a>
	 */
	@DeleteExchange("/people/suggest/data")
	Mono<Void> deleteSuggestedPeopleDataKey(@PathVariable String websiteId, @BodyField String key);

	/**
	 * List the texts that events of the website have had.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the texts of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-people-events">List
	 * Suggested People Events</a>
	 */
	@GetExchange("/people/suggest/events/{pageNumber}")
	Flux<PeopleSuggestedEvent> listSuggestedPeopleEvents(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Stop suggesting the text of an event.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param text the text
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-people-event">Delete
	 * Suggested People Event</a>
	 */
	@DeleteExchange("/people/suggest/event")
	Mono<Void> deleteSuggestedPeopleEvent(@PathVariable String websiteId, @BodyField String text);

	/**
	 * List the profiles of a website.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @param search which profiles, and in what order
	 * @return the profiles of that page, none if there are no more
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-profiles">List People
	 * Profiles</a>
	 */
	@GetExchange("/people/profiles/{pageNumber}")
	Flux<PeopleProfile> listPeopleProfiles(@PathVariable String websiteId, @PathVariable int pageNumber,
			@QueryFields PeopleSearch search);

	/**
	 * List the profiles of a website.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the page, from 1
	 * @return the profiles of that page, none if there are no more
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-profiles">List People
	 * Profiles</a>
	 */
	default Flux<PeopleProfile> listPeopleProfiles(String websiteId, int pageNumber) {
		return listPeopleProfiles(websiteId, pageNumber, PeopleSearch.all());
	}

	/**
	 * Add a profile.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param profile the profile
	 * @return the identifier of the new profile
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-new-people-profile">Add New
	 * People Profile</a>
	 */
	@PostExchange("/people/profile")
	Mono<NewPeopleProfile> addNewPeopleProfile(@PathVariable String websiteId,
			@RequestBody PeopleProfileUpdateCard profile);

	/**
	 * Check whether a profile exists.
	 * <p>
	 * For the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-people-profile-exists">Check
	 * If People Profile Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/people/profile/{peopleId}")
	Mono<Boolean> checkPeopleProfileExists(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * Read a profile.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @return the profile
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-people-profile">Get People
	 * Profile</a>
	 */
	@GetExchange("/people/profile/{peopleId}")
	Mono<PeopleProfile> getPeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * Replace a profile.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param profile the profile
	 * @return completes when it is replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-people-profile">Save People
	 * Profile</a>
	 */
	@PutExchange("/people/profile/{peopleId}")
	Mono<Void> savePeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleProfileUpdateCard profile);

	/**
	 * Change a profile. What is absent stays as it is.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param profile what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-people-profile">Update
	 * People Profile</a>
	 */
	@PatchExchange("/people/profile/{peopleId}")
	Mono<Void> updatePeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleProfileUpdateCard profile);

	/**
	 * Delete a profile.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @return completes when it is deleted
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-people-profile">Remove
	 * People Profile</a>
	 */
	@DeleteExchange("/people/profile/{peopleId}")
	Mono<Void> removePeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * List the conversations with a person.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param pageNumber the page, from 1
	 * @return the identifiers of the conversations of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-conversations">List
	 * People Conversations</a>
	 */
	@GetExchange("/people/conversations/{peopleId}/list/{pageNumber}")
	Flux<String> listPeopleConversations(@PathVariable String websiteId, @PathVariable String peopleId,
			@PathVariable int pageNumber);

	/**
	 * <strong>User tier only.</strong> List the campaigns that reached a person.
	 * <p>
	 * Fails with {@link CrispNotFoundException} if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param pageNumber the page, from 1
	 * @return the campaigns of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-campaigns">List People
	 * Campaigns</a>
	 */
	@GetExchange("/people/campaigns/{peopleId}/list/{pageNumber}")
	Flux<PeopleCampaign> listPeopleCampaigns(@PathVariable String websiteId, @PathVariable String peopleId,
			@PathVariable int pageNumber);

	/**
	 * Add a custom event of a person, such as a purchase.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param event what happened
	 * @return completes when it is added
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-a-people-event">Add A People
	 * Event</a>
	 */
	@PostExchange("/people/events/{peopleId}")
	Mono<Void> addPeopleEvent(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleEvent event);

	/**
	 * List the custom events of a person.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param pageNumber the page, from 1
	 * @return the events of that page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-events">List People
	 * Events</a>
	 */
	@GetExchange("/people/events/{peopleId}/list/{pageNumber}")
	Flux<PeopleEvent> listPeopleEvents(@PathVariable String websiteId, @PathVariable String peopleId,
			@PathVariable int pageNumber);

	/**
	 * Read the custom data of a person.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @return the data
	 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#get-people-data">Get
	 * People Data</a>
	 */
	@GetExchange("/people/data/{peopleId}")
	Mono<PeopleData> getPeopleData(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * Replace the custom data of a person.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param data the data
	 * @return completes when it is replaced
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-people-data">Save People
	 * Data</a>
	 */
	@PutExchange("/people/data/{peopleId}")
	Mono<Void> savePeopleData(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleData data);

	/**
	 * Change the custom data of a person. Keys that are absent stay as they are.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param data the data to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-people-data">Update People
	 * Data</a>
	 */
	@PatchExchange("/people/data/{peopleId}")
	Mono<Void> updatePeopleData(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleData data);

	/**
	 * Read what a person is subscribed to.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @return the subscription
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-people-subscription-status">Get
	 * People Subscription Status</a>
	 */
	@GetExchange("/people/subscription/{peopleId}")
	Mono<PeopleSubscription> getPeopleSubscriptionStatus(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * Change what a person is subscribed to.
	 * <p>
	 * For the user, plugin and website tiers. Fails with {@link CrispNotFoundException}
	 * if there is no such profile.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param subscription what to change
	 * @return completes when it is changed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-people-subscription-status">Update
	 * People Subscription Status</a>
	 */
	@PatchExchange("/people/subscription/{peopleId}")
	Mono<Void> updatePeopleSubscriptionStatus(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleSubscription subscription);

	/**
	 * <strong>User tier only.</strong> Export all profiles.
	 * @param websiteId the identifier of the website
	 * @return completes when the export is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#export-people-profiles">Export
	 * People Profiles</a>
	 */
	@PostExchange("/people/export/profiles")
	Mono<Void> exportPeopleProfiles(@PathVariable String websiteId);

	/**
	 * <strong>User tier only.</strong> Import profiles from a file.
	 * @param websiteId the identifier of the website
	 * @param setup where the file is, and what its columns are
	 * @return completes when the import is requested
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#import-people-profiles">Import
	 * People Profiles</a>
	 */
	@PostExchange("/people/import/profiles")
	Mono<Void> importPeopleProfiles(@PathVariable String websiteId, @RequestBody PeopleProfileImportSetup setup);

}
