package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * The URL is ready that was asked for to store a file of a website.
 *
 * @param websiteId the identifier of the website, if it came beside the event or is the
 * resource
 * @param from which side asked for it
 * @param id the identifier of the request, by which it can be recognised
 * @param identifier an identifier that Crisp gave it
 * @param resource what the file belongs to
 * @param policy what is allowed
 * @param type the type of the file
 * @param url the URLs
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record BucketUrlWebsiteGenerated(@Nullable String websiteId, @Nullable String from, @Nullable String id,
		@Nullable String identifier, @Nullable Resource resource, @Nullable Policy policy, @Nullable String type,
		@Nullable Url url) implements BucketEvent {

	/**
	 * What Crisp calls this event.
	 */
	public static final String NAME = "bucket:url:website:generated";

	/**
	 * Takes the website from the resource if it did not come beside the event.
	 */
	public BucketUrlWebsiteGenerated {
		websiteId = BucketEvent.website(websiteId, resource);
	}

}
