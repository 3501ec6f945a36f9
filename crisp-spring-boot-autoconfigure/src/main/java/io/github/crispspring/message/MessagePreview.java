package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;

/**
 * The preview of a link in a message.
 *
 * @param url the link
 * @param website the name of the website
 * @param title the title of the page
 * @param preview what is shown of the page
 * @param stamped whether Crisp has stored it
 */
public record MessagePreview(@Nullable String url, @Nullable String website, @Nullable String title,
		@Nullable Information preview, @Nullable Boolean stamped) {

	/**
	 * What is shown of a linked page.
	 *
	 * @param excerpt the beginning of its text
	 * @param image the URL of a picture
	 * @param embed the URL of what can be embedded
	 */
	public record Information(@Nullable String excerpt, @Nullable String image, @Nullable String embed) {

		/**
		 * Describes the page without what it says.
		 */
		@Override
		public String toString() {
			return "Information[image=" + this.image + ", embed=" + this.embed + "]";
		}

	}

}
