package io.github.crispspring.client.website.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.github.crispspring.model.PeopleFilter;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A campaign.
 * <p>
 * Crisp sets the identifier, the counts, the statistics and the times; omit them when
 * saving a campaign.
 *
 * @param campaignId the identifier of the campaign
 * @param type the type
 * @param format the format of its message, such as {@code markdown}
 * @param name the name
 * @param subject the subject of its emails
 * @param tag the tag it was given
 * @param ready whether it can be sent
 * @param dispatched whether it was sent
 * @param running whether it is being sent
 * @param progress the progress
 * @param targets the number of recipients
 * @param reached the number of people to whom it was sent
 * @param createdAt the time of creation
 * @param updatedAt the time of the last change
 * @param dispatchedAt the time of sending
 * @param sender the sender
 * @param recipients the recipients
 * @param flow the trigger, for a campaign that depends on the actions of people
 * @param message the content
 * @param options the delivery options
 * @param statistics the statistics
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record WebsiteCampaignItem(@ReceiveOnly @Nullable String campaignId, @Nullable String type,
		@Nullable String format, @Nullable String name, @Nullable String subject, @Nullable String tag,
		@ReceiveOnly @Nullable Boolean ready, @ReceiveOnly @Nullable Boolean dispatched,
		@ReceiveOnly @Nullable Boolean running, @ReceiveOnly @Nullable Double progress,
		@ReceiveOnly @Nullable Integer targets, @ReceiveOnly @Nullable Integer reached,
		@ReceiveOnly @Nullable Instant createdAt, @ReceiveOnly @Nullable Instant updatedAt,
		@ReceiveOnly @Nullable Instant dispatchedAt, @Nullable Sender sender, @Nullable Recipients recipients,
		@Nullable Flow flow, @Nullable String message, @Nullable Options options,
		@ReceiveOnly @Nullable Statistics statistics, @Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static WebsiteCampaignItemBuilder builder() {
		return WebsiteCampaignItemBuilder.builder();
	}

	/**
	 * Return a description without the content.
	 */
	@Override
	public String toString() {
		return "WebsiteCampaignItem[campaignId=" + this.campaignId + ", type=" + this.type + ", name=" + this.name
				+ "]";
	}

	/**
	 * Sender of a campaign.
	 *
	 * @param userId the identifier of the operator
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Sender(@Nullable String userId, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param userId the identifier of the operator
		 */
		public Sender(@Nullable String userId) {
			this(userId, null);
		}

	}

	/**
	 * Recipients of a campaign.
	 *
	 * @param type the way in which they are selected, such as {@code all}
	 * @param segments the segments they belong to
	 * @param people the identifiers of their profiles
	 * @param filter the filters
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Recipients(@Nullable String type, @Nullable List<String> segments, @Nullable List<String> people,
			@Nullable List<PeopleFilter> filter, @Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteCampaignItemRecipientsBuilder builder() {
			return WebsiteCampaignItemRecipientsBuilder.builder();
		}

	}

	/**
	 * Trigger of a campaign that depends on the actions of people.
	 *
	 * @param launchEvent the event that starts it
	 * @param assertFilter the filters
	 * @param assertDelay the delay before the condition is checked
	 * @param deliverOnce whether each person receives it only once
	 * @param deliverDelay the delay before it is sent
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Flow(@Nullable String launchEvent, @Nullable List<PeopleFilter> assertFilter,
			@Nullable Integer assertDelay, @Nullable Boolean deliverOnce, @Nullable Integer deliverDelay,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteCampaignItemFlowBuilder builder() {
			return WebsiteCampaignItemFlowBuilder.builder();
		}

	}

	/**
	 * Delivery options of a campaign.
	 *
	 * @param deliverToChatbox whether it is shown in the chat box
	 * @param deliverToEmail whether it is sent by email
	 * @param senderNameWebsite whether it is sent in the name of the website
	 * @param senderEmailReply whether replies by email are sent to the sender; an empty
	 * {@code Optional} is sent as {@code null}
	 * @param tracking whether actions of people are tracked
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Options(@Nullable Boolean deliverToChatbox, @Nullable Boolean deliverToEmail,
			@Nullable Boolean senderNameWebsite, @Nullable Optional<Boolean> senderEmailReply,
			@Nullable Boolean tracking, @Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteCampaignItemOptionsBuilder builder() {
			return WebsiteCampaignItemOptionsBuilder.builder();
		}

	}

	/**
	 * Statistics of a campaign.
	 *
	 * @param opened the number of people who opened it
	 * @param clicked the number of people who clicked a link in it
	 * @param unsubscribed the number of people who unsubscribed
	 */
	public record Statistics(@Nullable Integer opened, @Nullable Integer clicked, @Nullable Integer unsubscribed) {

	}

}
