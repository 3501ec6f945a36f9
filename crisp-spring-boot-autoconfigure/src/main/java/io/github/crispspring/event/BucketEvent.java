package io.github.crispspring.event;

import org.jspecify.annotations.Nullable;

/**
 * Base interface of the {@code bucket:*} events, which deliver a requested upload URL.
 */
public sealed interface BucketEvent extends CrispEvent permits BucketUrlAvatarGenerated, BucketUrlCampaignGenerated,
		BucketUrlCrawlerGenerated, BucketUrlHelpdeskGenerated, BucketUrlProcessingGenerated, BucketUrlStatusGenerated,
		BucketUrlUploadGenerated, BucketUrlWebsiteGenerated {

	/**
	 * Return the side that requested the URL.
	 * @return the side, or {@code null} if unknown
	 */
	@Nullable String from();

	/**
	 * Return the identifier of the request, as chosen by its sender.
	 * @return the identifier that the request had, or {@code null} if unknown
	 */
	@Nullable String id();

	/**
	 * Return the identifier that Crisp assigned to the request.
	 * @return the identifier, or {@code null} if unknown
	 */
	@Nullable String identifier();

	/**
	 * Return the resource to which the file belongs.
	 * @return the resource, or {@code null} if unknown
	 */
	@Nullable Resource resource();

	/**
	 * Return the upload policy.
	 * @return the policy, or {@code null} if unknown
	 */
	@Nullable Policy policy();

	/**
	 * Return the type of the file.
	 * @return the type, or {@code null} if unknown
	 */
	@Nullable String type();

	/**
	 * Return the URLs.
	 * @return the URLs, or {@code null} if unknown
	 */
	@Nullable Url url();

	/**
	 * Return the website of an event: that of the delivery, or else the resource if it is
	 * a website.
	 * @param websiteId the identifier of the website of the delivery, or {@code null} for
	 * none
	 * @param resource the resource to which the file belongs, if known
	 * @return the identifier of the website, or {@code null} if the event belongs to none
	 */
	static @Nullable String website(@Nullable String websiteId, @Nullable Resource resource) {
		if (websiteId != null || resource == null) {
			return websiteId;
		}
		return "website".equals(resource.type()) ? resource.id() : null;
	}

	/**
	 * Resource to which a file belongs.
	 *
	 * @param type the type
	 * @param id the identifier
	 */
	record Resource(@Nullable String type, @Nullable String id) {

	}

	/**
	 * Upload policy for a file.
	 *
	 * @param sizeLimit the maximum size of the file
	 */
	record Policy(@Nullable Long sizeLimit) {

	}

	/**
	 * URLs of a file.
	 *
	 * @param resource the URL of the file after the upload
	 * @param signed the URL for the upload, which requires no further credentials
	 */
	record Url(@Nullable String resource, @Nullable String signed) {

		/**
		 * Return a description without the signed URL.
		 */
		@Override
		public String toString() {
			return "Url[resource=" + this.resource + "]";
		}

	}

}
