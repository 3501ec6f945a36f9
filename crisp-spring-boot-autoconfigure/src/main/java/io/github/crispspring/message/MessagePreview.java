package io.github.crispspring.message;

import org.jspecify.annotations.Nullable;

/**
 * Preview of a link in a message.
 *
 * @param url the link
 * @param website the name of the website
 * @param title the title of the page
 * @param preview the preview of the page
 * @param stamped whether Crisp has stored it
 */
public record MessagePreview(@Nullable String url, @Nullable String website, @Nullable String title,
		@Nullable Information preview, @Nullable Boolean stamped) {

	/**
	 * Preview of a linked page.
	 *
	 * @param excerpt the beginning of the text
	 * @param image the URL of a picture
	 * @param embed the URL of the embeddable content
	 */
	public record Information(@Nullable String excerpt, @Nullable String image, @Nullable String embed) {

		/**
		 * Return a description without the excerpt.
		 */
		@Override
		public String toString() {
			return "Information[image=" + this.image + ", embed=" + this.embed + "]";
		}

	}

}
