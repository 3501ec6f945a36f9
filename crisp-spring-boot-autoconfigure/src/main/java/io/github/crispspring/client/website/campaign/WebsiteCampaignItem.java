package io.github.crispspring.client.website.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.crispspring.model.WebsiteFilter;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ManagedByCrisp;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A campaign.
 * <p>
 * Crisp sets the identifier, the counts, the statistics and the times; to save a
 * campaign, leave them out.
 *
 * @param campaignId the identifier of the campaign
 * @param type its type
 * @param format the format of its message, such as {@code markdown}
 * @param name its name
 * @param subject the subject of its e-mails
 * @param tag the tag it was given
 * @param ready whether it can be sent
 * @param dispatched whether it was sent
 * @param running whether it is being sent
 * @param progress how much of it is done
 * @param targets how many people it is meant for
 * @param reached how many people it reached
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param dispatchedAt when it was sent
 * @param sender who sends it
 * @param recipients whom it is meant for
 * @param flow when it is sent, if that depends on what people do
 * @param message what it says
 * @param options how it is delivered
 * @param statistics what people did with it
 * @param extraFields the fields without a readable component, if any
 */
@RecordBuilder
public record WebsiteCampaignItem(@ManagedByCrisp @Nullable String campaignId, @Nullable String type,
		@Nullable String format, @Nullable String name, @Nullable String subject, @Nullable String tag,
		@ManagedByCrisp @Nullable Boolean ready, @ManagedByCrisp @Nullable Boolean dispatched,
		@ManagedByCrisp @Nullable Boolean running, @ManagedByCrisp @Nullable Double progress,
		@ManagedByCrisp @Nullable Integer targets, @ManagedByCrisp @Nullable Integer reached,
		@ManagedByCrisp @Nullable Instant createdAt, @ManagedByCrisp @Nullable Instant updatedAt,
		@ManagedByCrisp @Nullable Instant dispatchedAt, @Nullable Sender sender, @Nullable Recipients recipients,
		@Nullable Flow flow, @Nullable String message, @Nullable Options options,
		@ManagedByCrisp @Nullable Statistics statistics, @Nullable ExtraFields extraFields) {

	/**
	 * Start building one.
	 * @return a builder in which nothing is set
	 */
	public static WebsiteCampaignItemBuilder builder() {
		return WebsiteCampaignItemBuilder.builder();
	}

	/**
	 * Describes the campaign without what it says.
	 */
	@Override
	public String toString() {
		return "WebsiteCampaignItem[campaignId=" + this.campaignId + ", type=" + this.type + ", name=" + this.name
				+ "]";
	}

	/**
	 * Who sends a campaign.
	 *
	 * @param userId the identifier of the operator
	 * @param extraFields the fields without a readable component, if any
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
	 * Whom a campaign is meant for.
	 *
	 * @param type how they are chosen, such as {@code all}
	 * @param segments the segments they belong to
	 * @param people the identifiers of their profiles
	 * @param filter what they have to match
	 * @param extraFields the fields without a readable component, if any
	 */
	@RecordBuilder
	public record Recipients(@Nullable String type, @Nullable List<String> segments, @Nullable List<String> people,
			@Nullable List<WebsiteFilter> filter, @Nullable ExtraFields extraFields) {

		/**
		 * Start building one.
		 * @return a builder in which nothing is set
		 */
		public static WebsiteCampaignItemRecipientsBuilder builder() {
			return WebsiteCampaignItemRecipientsBuilder.builder();
		}

	}

	/**
	 * When a campaign is sent that depends on what people do.
	 *
	 * @param launchEvent the event that starts it
	 * @param assertFilter what the person has to match
	 * @param assertDelay how long to wait before that is checked
	 * @param deliverOnce whether nobody gets it twice
	 * @param deliverDelay how long to wait before it is sent
	 * @param extraFields the fields without a readable component, if any
	 */
	@RecordBuilder
	public record Flow(@Nullable String launchEvent, @Nullable List<WebsiteFilter> assertFilter,
			@Nullable Integer assertDelay, @Nullable Boolean deliverOnce, @Nullable Integer deliverDelay,
			@Nullable ExtraFields extraFields) {

		/**
		 * Start building one.
		 * @return a builder in which nothing is set
		 */
		public static WebsiteCampaignItemFlowBuilder builder() {
			return WebsiteCampaignItemFlowBuilder.builder();
		}

	}

	/**
	 * How a campaign is delivered.
	 *
	 * @param deliverToChatbox whether it is shown in the chat box
	 * @param deliverToEmail whether it is sent by e-mail
	 * @param senderNameWebsite whether it is sent in the name of the website
	 * @param senderEmailReply whether answers by e-mail go to the sender; an empty one is
	 * sent as {@code null}
	 * @param tracking whether it is noted what people do with it
	 * @param extraFields the fields without a readable component, if any
	 */
	@RecordBuilder
	public record Options(@Nullable Boolean deliverToChatbox, @Nullable Boolean deliverToEmail,
			@Nullable Boolean senderNameWebsite, @Nullable Optional<Boolean> senderEmailReply,
			@Nullable Boolean tracking, @Nullable ExtraFields extraFields) {

		/**
		 * Start building one.
		 * @return a builder in which nothing is set
		 */
		public static WebsiteCampaignItemOptionsBuilder builder() {
			return WebsiteCampaignItemOptionsBuilder.builder();
		}

	}

	/**
	 * What people did with a campaign.
	 *
	 * @param opened how many opened it
	 * @param clicked how many clicked a link in it
	 * @param unsubscribed how many unsubscribed
	 */
	public record Statistics(@Nullable Integer opened, @Nullable Integer clicked, @Nullable Integer unsubscribed) {

	}

}
