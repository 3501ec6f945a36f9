package io.github.crispspring.client.website.helpdesk;

import java.time.Instant;

import io.github.crispspring.model.GeolocationInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found helpful or not.
 *
 * @param rating whether it was found helpful
 * @param comment what the reader wrote
 * @param article what was read
 * @param session who read it
 * @param createdAt when it was rated
 */
public record HelpdeskLocaleFeedbackItem(@Nullable String rating, @Nullable String comment, @Nullable Article article,
		@Nullable Session session, @Nullable Instant createdAt) {

	/**
	 * Describes the feedback without what the reader wrote.
	 */
	@Override
	public String toString() {
		return "HelpdeskLocaleFeedbackItem[rating=" + this.rating + ", createdAt=" + this.createdAt + "]";
	}

	/**
	 * What was read.
	 *
	 * @param articleId its identifier
	 * @param title its title
	 * @param url where it is shown
	 */
	public record Article(@Nullable String articleId, @Nullable String title, @Nullable String url) {

	}

	/**
	 * Who read it.
	 *
	 * @param sessionId the identifier of the conversation
	 * @param nickname the reader's name
	 * @param email the e-mail address
	 * @param avatar the URL of the reader's picture
	 * @param geolocation where the reader seems to be
	 * @param assigned the operator the conversation is assigned to
	 */
	public record Session(@Nullable String sessionId, @Nullable String nickname, @Nullable String email,
			@Nullable String avatar, @Nullable GeolocationInfo geolocation, @Nullable Assigned assigned) {

	}

	/**
	 * The operator a conversation is assigned to.
	 *
	 * @param userId the identifier of the operator
	 */
	public record Assigned(@Nullable String userId) {

	}

}
