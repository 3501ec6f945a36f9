package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Feedback of a reader.
 *
 * @param rating whether it was found helpful
 * @param comment the comment of the reader
 * @param article the content
 * @param session the reader
 * @param createdAt the time of the rating
 */
public record HelpdeskLocaleFeedbackItem(@Nullable String rating, @Nullable String comment, @Nullable Article article,
		@Nullable Session session, @Nullable Instant createdAt) {

	/**
	 * Return a description without the text of the reader.
	 */
	@Override
	public String toString() {
		return "HelpdeskLocaleFeedbackItem[rating=" + this.rating + ", createdAt=" + this.createdAt + "]";
	}

	/**
	 * Content to which the feedback refers.
	 *
	 * @param articleId the identifier
	 * @param title the title
	 * @param url the URL
	 */
	public record Article(@Nullable String articleId, @Nullable String title, @Nullable String url) {

	}

	/**
	 * Reader who gave the feedback.
	 *
	 * @param sessionId the identifier of the conversation
	 * @param nickname the reader's name
	 * @param email the email address
	 * @param avatar the URL of the reader's picture
	 * @param geolocation the estimated location of the reader
	 * @param assigned the operator the conversation is assigned to
	 */
	public record Session(@Nullable String sessionId, @Nullable String nickname, @Nullable String email,
			@Nullable String avatar, @Nullable GeolocationInfo geolocation, @Nullable Assigned assigned) {

	}

	/**
	 * Operator to whom a conversation is assigned.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
