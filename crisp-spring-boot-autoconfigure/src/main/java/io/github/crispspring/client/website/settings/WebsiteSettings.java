package io.github.crispspring.client.website.settings;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.crispspring.json.ExtraFields;
import io.github.crispspring.json.ReceiveOnly;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a website. A change contains only the settings to change; absent settings
 * remain unchanged.
 *
 * @param websiteId the identifier of the website, which is read but never sent
 * @param name the name
 * @param domain the domain
 * @param domainAlternates the other domains
 * @param logo the URL of its logo
 * @param audit the settings of its audit log
 * @param contact the contact channels of the website
 * @param inbox the settings of its inbox
 * @param emails the settings of its emails
 * @param chatbox the settings of its chat box
 * @param extraFields the other fields, or {@code null} for none
 */
// The official clients disagree on the spelling of names: both are read
@RecordBuilder
public record WebsiteSettings(@ReceiveOnly @JsonAlias("websiteID") @Nullable String websiteId, @Nullable String name,
		@Nullable String domain, @Nullable List<String> domainAlternates, @Nullable String logo, @Nullable Audit audit,
		@Nullable Contact contact, @Nullable Inbox inbox, @Nullable Emails emails, @Nullable Chatbox chatbox,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static WebsiteSettingsBuilder builder() {
		return WebsiteSettingsBuilder.builder();
	}

	/**
	 * The settings of the audit log.
	 *
	 * @param log whether there is a log
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Audit(@Nullable Boolean log, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param log whether there is a log
		 */
		public Audit(@Nullable Boolean log) {
			this(log, null);
		}

	}

	/**
	 * Contact channels of a website.
	 *
	 * @param email the email address
	 * @param phone the phone number
	 * @param messenger the account on Messenger
	 * @param telegram the account on Telegram
	 * @param twitter the account on Twitter
	 * @param whatsapp the account on WhatsApp
	 * @param instagram the account on Instagram
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Contact(@Nullable String email, @Nullable String phone, @Nullable String messenger,
			@Nullable String telegram, @Nullable String twitter, @Nullable String whatsapp, @Nullable String instagram,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteSettingsContactBuilder builder() {
			return WebsiteSettingsContactBuilder.builder();
		}

	}

	/**
	 * The settings of the inbox.
	 *
	 * @param lockRemoval whether conversations cannot be deleted
	 * @param forceOperatorToken whether operators need a token
	 * @param locale the language, empty for none in particular
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Inbox(@Nullable Boolean lockRemoval, @Nullable Boolean forceOperatorToken, @Nullable String locale,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteSettingsInboxBuilder builder() {
			return WebsiteSettingsInboxBuilder.builder();
		}

	}

	/**
	 * Settings of emails.
	 *
	 * @param rating whether to request a rating from visitors
	 * @param transcript whether transcripts are sent
	 * @param trackers whether it is tracked that emails are read
	 * @param junkFilter whether junk messages are filtered
	 * @param enrich whether profiles are enriched with data that is found by the email
	 * address
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Emails(@Nullable Boolean rating, @Nullable Boolean transcript, @Nullable Boolean trackers,
			@Nullable Boolean junkFilter, @Nullable Boolean enrich, @Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteSettingsEmailsBuilder builder() {
			return WebsiteSettingsEmailsBuilder.builder();
		}

	}

	/**
	 * The settings of the chat box.
	 *
	 * @param tile the pattern of its background, such as {@code default}
	 * @param conversations whether the conversations of the visitor are listed
	 * @param waitGame whether a game can be played while waiting
	 * @param websiteLogo whether the logo of the website is shown
	 * @param lastOperatorFace whether the picture of the last operator is shown
	 * @param ongoingOperatorFace whether the picture of the operator in the conversation
	 * is shown
	 * @param activityMetrics whether activity metrics of the website are shown
	 * @param operatorPrivacy whether the identity of operators is kept private
	 * @param visitorPrivacy whether the identity of visitors is kept private
	 * @param availabilityTooltip whether the availability is shown in a tooltip
	 * @param hideVacation whether the vacation of the website is not shown
	 * @param hideOnAway whether the chat box is hidden while no operator is available
	 * @param hideOnMobile whether the chat box is hidden on mobile devices
	 * @param positionReverse whether the chat box is shown on the opposite side
	 * @param emailVisitors whether to request an email address from visitors
	 * @param phoneVisitors whether to request a phone number from visitors
	 * @param forceIdentify whether visitors must identify themselves
	 * @param ignorePrivacy whether Do Not Track is ignored
	 * @param visitorCompose whether the text that visitors are typing is shown
	 * @param fileTransfer whether files can be sent
	 * @param audioRecord whether audio can be recorded and sent
	 * @param guardLevel the level of protection, such as {@code default}
	 * @param modeInitial the initial view, such as {@code chat}
	 * @param home whether it has a home screen
	 * @param overlaySearch whether the help desk can be searched in an overlay
	 * @param overlayMode whether it is shown as an overlay
	 * @param helpdeskLink whether it links to the help desk
	 * @param helpdeskOnly whether it offers the help desk only
	 * @param helpdeskNavigate the style of navigation, such as {@code deep}
	 * @param statusHealthDead whether it shows that a service of the website is down
	 * @param checkDomain whether it works on the domains of the website only
	 * @param colorTheme the colors, such as {@code blue}
	 * @param colorMode whether it is light or dark, such as {@code auto}
	 * @param layoutTheme the layout, such as {@code default}
	 * @param textTheme the texts, such as {@code default}
	 * @param welcomeMessage the welcome message, such as {@code default}
	 * @param locale the language, such as {@code en}
	 * @param allowedPages the only pages it is shown on, with {@code *} for any part
	 * @param blockedPages the pages it is not shown on, with {@code *} for any part
	 * @param blockedCountries the codes of the countries it is not shown in, such as
	 * {@code IT}
	 * @param blockedLocales the languages it is not shown in, such as {@code fa}
	 * @param blockedIps the network addresses, or ranges of them, it is not shown to
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Chatbox(@Nullable String tile, @Nullable Boolean conversations, @Nullable Boolean waitGame,
			@Nullable Boolean websiteLogo, @Nullable Boolean lastOperatorFace, @Nullable Boolean ongoingOperatorFace,
			@Nullable Boolean activityMetrics, @Nullable Boolean operatorPrivacy, @Nullable Boolean visitorPrivacy,
			@Nullable Boolean availabilityTooltip, @Nullable Boolean hideVacation, @Nullable Boolean hideOnAway,
			@Nullable Boolean hideOnMobile, @Nullable Boolean positionReverse, @Nullable Boolean emailVisitors,
			@Nullable Boolean phoneVisitors, @Nullable Boolean forceIdentify, @Nullable Boolean ignorePrivacy,
			@Nullable Boolean visitorCompose, @Nullable Boolean fileTransfer, @Nullable Boolean audioRecord,
			@Nullable String guardLevel, @Nullable String modeInitial, @Nullable Boolean home,
			@Nullable Boolean overlaySearch, @Nullable Boolean overlayMode, @Nullable Boolean helpdeskLink,
			@Nullable Boolean helpdeskOnly, @Nullable String helpdeskNavigate, @Nullable Boolean statusHealthDead,
			@Nullable Boolean checkDomain, @Nullable String colorTheme, @Nullable String colorMode,
			@Nullable String layoutTheme, @Nullable String textTheme, @Nullable String welcomeMessage,
			@Nullable String locale, @Nullable List<String> allowedPages, @Nullable List<String> blockedPages,
			@Nullable List<String> blockedCountries, @Nullable List<String> blockedLocales,
			@Nullable List<String> blockedIps, @Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static WebsiteSettingsChatboxBuilder builder() {
			return WebsiteSettingsChatboxBuilder.builder();
		}

	}

}
