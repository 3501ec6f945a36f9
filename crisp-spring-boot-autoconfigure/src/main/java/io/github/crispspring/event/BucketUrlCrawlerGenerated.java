package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Event that delivers a requested upload URL for a file of a crawler.
 *
 * @param websiteId the identifier of the website, if known
 * @param from the side that requested the URL
 * @param id the identifier of the request, as chosen by its sender
 * @param identifier the identifier assigned by Crisp
 * @param resource the resource to which the file belongs
 * @param policy the upload policy
 * @param type the type of the file
 * @param url the URLs
 * @see <a href="https://docs.crisp.chat/references/rtm-api/v1/">RTM API</a>
 */
public record BucketUrlCrawlerGenerated(@Nullable String websiteId, @Nullable String from, @Nullable String id,
		@Nullable String identifier, @Nullable Resource resource, @Nullable Policy policy, @Nullable String type,
		@Nullable Url url) implements BucketEvent {

	/**
	 * The name of this event.
	 */
	public static final String NAME = "bucket:url:crawler:generated";

	/**
	 * Use the resource as the website if the delivery has none.
	 */
	public BucketUrlCrawlerGenerated {
		websiteId = BucketEvent.website(websiteId, resource);
	}

}
