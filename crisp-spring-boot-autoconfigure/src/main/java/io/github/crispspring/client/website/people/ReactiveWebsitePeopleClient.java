package io.github.crispspring.client.website.people;

import io.github.crispspring.client.BodyField;
import io.github.crispspring.client.CrispAlreadyExistsException;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.QueryFields;
import io.github.crispspring.model.SuggestedDataKey;
import io.github.crispspring.model.SuggestedSegment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Client for the profiles of the people known to a website.
 * <p>
 * With the token of a plugin, a call fails with {@link CrispNotFoundException} if the
 * plugin is not installed on the website (reason {@code not_subscribed}), and with
 * {@link CrispAuthenticationException} if the token lacks a required scope. In the former
 * case, methods that check for existence return {@code false} instead.
 *
 * @see <a href="https://docs.crisp.chat/references/rest-api/v1/#website-people">Website
 * People</a>
 */
@HttpExchange("/v1/website/{websiteId}")
public interface ReactiveWebsitePeopleClient {

	/**
	 * Return statistics about the profiles of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @return the statistics
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#get-people-statistics">Get People
	 * Statistics</a>
	 */
	@GetExchange("/people/stats")
	Mono<PeopleStatistics> getPeopleStatistics(@PathVariable String websiteId);

	/**
	 * List the segments used by profiles of the website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the segments on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-people-segments">List
	 * Suggested People Segments</a>
	 */
	@GetExchange("/people/suggest/segments/{pageNumber}")
	Flux<SuggestedSegment> listSuggestedPeopleSegments(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Stop suggesting a segment.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param segment the segment
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-people-segment">Delete
	 * Suggested People Segment</a>
	 */
	@DeleteExchange("/people/suggest/segment")
	Mono<Void> deleteSuggestedPeopleSegment(@PathVariable String websiteId, @BodyField String segment);

	/**
	 * List the data keys used by profiles of the website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the data keys on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-people-data-keys">List
	 * Suggested People Data Keys</a>
	 */
	@GetExchange("/people/suggest/data/{pageNumber}")
	Flux<SuggestedDataKey> listSuggestedPeopleDataKeys(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Stop suggesting a data key.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param key the data key
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-people-data-key">Delete
	 * Suggested People Data Key</a>
	 */
	@DeleteExchange("/people/suggest/data")
	Mono<Void> deleteSuggestedPeopleDataKey(@PathVariable String websiteId, @BodyField String key);

	/**
	 * List the texts used by custom events of the website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the texts on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-suggested-people-events">List
	 * Suggested People Events</a>
	 */
	@GetExchange("/people/suggest/events/{pageNumber}")
	Flux<PeopleSuggestedEvent> listSuggestedPeopleEvents(@PathVariable String websiteId, @PathVariable int pageNumber);

	/**
	 * Stop suggesting a text for custom events.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param text the text
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#delete-suggested-people-event">Delete
	 * Suggested People Event</a>
	 */
	@DeleteExchange("/people/suggest/event")
	Mono<Void> deleteSuggestedPeopleEvent(@PathVariable String websiteId, @BodyField String text);

	/**
	 * List the profiles of a website.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @param search the profiles to list and their order
	 * @return the profiles on the page, empty after the last page
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
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param pageNumber the number of the page, starting at 1
	 * @return the profiles on the page, empty after the last page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-profiles">List People
	 * Profiles</a>
	 */
	default Flux<PeopleProfile> listPeopleProfiles(String websiteId, int pageNumber) {
		return listPeopleProfiles(websiteId, pageNumber, PeopleSearch.all());
	}

	/**
	 * Change the profile with the email address of a person, or add it if there is none.
	 * Absent values remain unchanged. This is one call for a profile that exists, and two
	 * for a new one.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param profile the profile, which requires an email address
	 * @return a signal that the profile has been changed or added
	 */
	default Mono<Void> addOrUpdatePeopleProfile(String websiteId, PeopleProfileRequest profile) {
		String email = profile.email();
		Assert.hasText(email, "'email' must not be empty, as it identifies the profile");
		Mono<Void> update = Mono.defer(() -> updatePeopleProfile(websiteId, email, profile));
		return update.onErrorResume(CrispNotFoundException.class,
				(ex) -> "not_subscribed".equals(ex.getReason()) ? Mono.error(ex)
						: addNewPeopleProfile(websiteId, profile).then()
							.onErrorResume(CrispAlreadyExistsException.class, (added) -> update));
	}

	/**
	 * Add a profile.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispAlreadyExistsException} if there is a profile with this email address.
	 * @param websiteId the identifier of the website
	 * @param profile the profile
	 * @return the identifier of the new profile
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-new-people-profile">Add New
	 * People Profile</a>
	 */
	@PostExchange("/people/profile")
	Mono<CreatedPeopleProfile> addNewPeopleProfile(@PathVariable String websiteId,
			@RequestBody PeopleProfileRequest profile);

	/**
	 * Check whether a profile exists.
	 * <p>
	 * Available to the user, plugin and website tiers.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile, or the email address
	 * @return whether it exists
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#check-if-people-profile-exists">Check
	 * If People Profile Exists</a>
	 */
	@HttpExchange(method = "HEAD", url = "/people/profile/{peopleId}")
	Mono<Boolean> checkPeopleProfileExists(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * Return a profile.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile, or the email address
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
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param profile the profile
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-people-profile">Save People
	 * Profile</a>
	 */
	@PutExchange("/people/profile/{peopleId}")
	Mono<Void> savePeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleProfileRequest profile);

	/**
	 * Change a profile. Absent values remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param profile the values to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-people-profile">Update
	 * People Profile</a>
	 */
	@PatchExchange("/people/profile/{peopleId}")
	Mono<Void> updatePeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleProfileRequest profile);

	/**
	 * Delete a profile.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#remove-people-profile">Remove
	 * People Profile</a>
	 */
	@DeleteExchange("/people/profile/{peopleId}")
	Mono<Void> removePeopleProfile(@PathVariable String websiteId, @PathVariable String peopleId);

	/**
	 * List the conversations with a person.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param pageNumber the number of the page, starting at 1
	 * @return the identifiers of the conversations on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-conversations">List
	 * People Conversations</a>
	 */
	@GetExchange("/people/conversations/{peopleId}/list/{pageNumber}")
	Flux<String> listPeopleConversations(@PathVariable String websiteId, @PathVariable String peopleId,
			@PathVariable int pageNumber);

	/**
	 * List the campaigns that were sent to a person.
	 * <p>
	 * <strong>Available to the user tier only.</strong> Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param pageNumber the number of the page, starting at 1
	 * @return the campaigns on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-campaigns">List People
	 * Campaigns</a>
	 */
	@GetExchange("/people/campaigns/{peopleId}/list/{pageNumber}")
	Flux<PeopleCampaign> listPeopleCampaigns(@PathVariable String websiteId, @PathVariable String peopleId,
			@PathVariable int pageNumber);

	/**
	 * Add a custom event, such as a purchase, to a person.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param event the event
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#add-a-people-event">Add A People
	 * Event</a>
	 */
	@PostExchange("/people/events/{peopleId}")
	Mono<Void> addPeopleEvent(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleCustomEvent event);

	/**
	 * List the custom events of a person.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param pageNumber the number of the page, starting at 1
	 * @return the events on the page
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#list-people-events">List People
	 * Events</a>
	 */
	@GetExchange("/people/events/{peopleId}/list/{pageNumber}")
	Flux<PeopleCustomEvent> listPeopleEvents(@PathVariable String websiteId, @PathVariable String peopleId,
			@PathVariable int pageNumber);

	/**
	 * Return the custom data of a person.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
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
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param data the data
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#save-people-data">Save People
	 * Data</a>
	 */
	@PutExchange("/people/data/{peopleId}")
	Mono<Void> savePeopleData(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleData data);

	/**
	 * Change the custom data of a person. Absent keys remain unchanged.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param data the data to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-people-data">Update People
	 * Data</a>
	 */
	@PatchExchange("/people/data/{peopleId}")
	Mono<Void> updatePeopleData(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleData data);

	/**
	 * Return the subscription status of a person.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
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
	 * Change the subscription status of a person.
	 * <p>
	 * Available to the user, plugin and website tiers. Fails with
	 * {@link CrispNotFoundException} if the profile does not exist.
	 * @param websiteId the identifier of the website
	 * @param peopleId the identifier of the profile
	 * @param subscription the values to change
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#update-people-subscription-status">Update
	 * People Subscription Status</a>
	 */
	@PatchExchange("/people/subscription/{peopleId}")
	Mono<Void> updatePeopleSubscriptionStatus(@PathVariable String websiteId, @PathVariable String peopleId,
			@RequestBody PeopleSubscription subscription);

	/**
	 * Request an export of all profiles.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#export-people-profiles">Export
	 * People Profiles</a>
	 */
	@PostExchange("/people/export/profiles")
	Mono<Void> exportPeopleProfiles(@PathVariable String websiteId);

	/**
	 * Request an import of profiles from a file.
	 * <p>
	 * <strong>Available to the user tier only.</strong>
	 * @param websiteId the identifier of the website
	 * @param setup the URL of the file and the meaning of its columns
	 * @return a signal that the request has completed
	 * @see <a href=
	 * "https://docs.crisp.chat/references/rest-api/v1/#import-people-profiles">Import
	 * People Profiles</a>
	 */
	@PostExchange("/people/import/profiles")
	Mono<Void> importPeopleProfiles(@PathVariable String websiteId, @RequestBody PeopleProfileImportSetup setup);

}
