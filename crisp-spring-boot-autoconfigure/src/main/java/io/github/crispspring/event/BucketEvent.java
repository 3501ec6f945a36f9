package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * A URL is ready that was asked for to store a file: all {@code bucket:*} events.
 */
public sealed interface BucketEvent extends CrispEvent permits BucketUrlAvatarGenerated, BucketUrlCampaignGenerated,
		BucketUrlCrawlerGenerated, BucketUrlHelpdeskGenerated, BucketUrlProcessingGenerated, BucketUrlStatusGenerated,
		BucketUrlUploadGenerated, BucketUrlWebsiteGenerated {

	/**
	 * Return which side asked for the URL.
	 * @return the side, or {@code null} if it is not said
	 */
	@Nullable String from();

	/**
	 * Return the identifier of the request, by which it can be recognised.
	 * @return the identifier that the request had, or {@code null} if it is not said
	 */
	@Nullable String id();

	/**
	 * Return an identifier that Crisp gave the request.
	 * @return the identifier, or {@code null} if it is not said
	 */
	@Nullable String identifier();

	/**
	 * Return what the file belongs to.
	 * @return the resource, or {@code null} if it is not said
	 */
	@Nullable Resource resource();

	/**
	 * Return what is allowed.
	 * @return the policy, or {@code null} if it is not said
	 */
	@Nullable Policy policy();

	/**
	 * Return the type of the file.
	 * @return the type, or {@code null} if it is not said
	 */
	@Nullable String type();

	/**
	 * Return the URLs.
	 * @return the URLs, or {@code null} if there are none
	 */
	@Nullable Url url();

	/**
	 * Return the website of an event: the one beside it, or its resource if that is a
	 * website.
	 * @param websiteId the identifier of the website that came beside the event, if any
	 * @param resource what the file belongs to, if known
	 * @return the identifier of the website, or {@code null} if the event belongs to none
	 */
	static @Nullable String website(@Nullable String websiteId, @Nullable Resource resource) {
		if (websiteId != null || resource == null) {
			return websiteId;
		}
		return "website".equals(resource.type()) ? resource.id() : null;
	}

	/**
	 * What a file belongs to.
	 *
	 * @param type what kind of thing it is
	 * @param id its identifier
	 */
	record Resource(@Nullable String type, @Nullable String id) {

	}

	/**
	 * What is allowed for a file.
	 *
	 * @param sizeLimit how large the file may be
	 */
	record Policy(@Nullable Long sizeLimit) {

	}

	/**
	 * Where a file can be stored and read.
	 *
	 * @param resource the URL by which it can be read once it is stored
	 * @param signed the URL to which it is to be sent; whoever knows it can send one
	 */
	record Url(@Nullable String resource, @Nullable String signed) {

		/**
		 * Describes the URLs without what gives access.
		 */
		@Override
		public String toString() {
			return "Url[resource=" + this.resource + "]";
		}

	}

}
