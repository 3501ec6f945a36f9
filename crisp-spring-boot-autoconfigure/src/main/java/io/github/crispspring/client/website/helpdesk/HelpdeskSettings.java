package io.github.crispspring.client.website.helpdesk;

import io.github.crispspring.json.Clearable;
import io.github.crispspring.json.ExtraFields;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a help desk. A change contains only the settings to change; absent settings
 * remain unchanged.
 *
 * @param name the name of the help desk
 * @param appearance the appearance
 * @param localization the translation settings
 * @param section the sections, by kind of content
 * @param behavior the behavior
 * @param service the settings for programs
 * @param include the HTML included in the pages
 * @param access the access restrictions
 * @param extraFields the other fields, or {@code null} for none
 */
@RecordBuilder
public record HelpdeskSettings(@Nullable String name, @Nullable Appearance appearance,
		@Nullable Localization localization, @Nullable Section section, @Nullable Behavior behavior,
		@Nullable Service service, @Nullable Include include, @Nullable Access access,
		@Nullable ExtraFields extraFields) {

	/**
	 * Create a builder.
	 * @return an empty builder
	 */
	public static HelpdeskSettingsBuilder builder() {
		return HelpdeskSettingsBuilder.builder();
	}

	/**
	 * Appearance of the help desk.
	 *
	 * @param color the colors
	 * @param logos the logos
	 * @param banner the URL of its banner, empty for none
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Appearance(@Nullable Color color, @Nullable Logos logos, @Clearable @Nullable String banner,
			@Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param color the colors
		 * @param logos the logos
		 * @param banner the URL of its banner, empty for none
		 */
		public Appearance(@Nullable Color color, @Nullable Logos logos, @Nullable String banner) {
			this(color, logos, banner, null);
		}

		/**
		 * Colors of the help desk.
		 *
		 * @param mode which colors are used
		 * @param modeChangeable whether readers can change that
		 * @param extraFields the other fields, or {@code null} for none
		 */
		public record Color(@Nullable String mode, @Nullable Boolean modeChangeable,
				@Nullable ExtraFields extraFields) {

			/**
			 * Create an instance without extra fields.
			 * @param mode which colors are used
			 * @param modeChangeable whether readers can change that
			 */
			public Color(@Nullable String mode, @Nullable Boolean modeChangeable) {
				this(mode, modeChangeable, null);
			}

		}

		/**
		 * The logos of the help desk.
		 *
		 * @param favicon the URL of the icon in the browser, empty for none
		 * @param header the URL of the logo at the top, empty for none
		 * @param footer the URL of the logo at the bottom, empty for none
		 * @param extraFields the other fields, or {@code null} for none
		 */
		public record Logos(@Clearable @Nullable String favicon, @Clearable @Nullable String header,
				@Clearable @Nullable String footer, @Nullable ExtraFields extraFields) {

			/**
			 * Create an instance without extra fields.
			 * @param favicon the URL of the icon in the browser, empty for none
			 * @param header the URL of the logo at the top, empty for none
			 * @param footer the URL of the logo at the bottom, empty for none
			 */
			public Logos(@Nullable String favicon, @Nullable String header, @Nullable String footer) {
				this(favicon, header, footer, null);
			}

		}

	}

	/**
	 * Translation settings of the help desk.
	 *
	 * @param writingLocale the code of the language it is written in
	 * @param translatedAutomatic whether it is translated automatically
	 * @param translatedLocalesReadonly whether the translations cannot be edited
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Localization(@Nullable String writingLocale, @Nullable Boolean translatedAutomatic,
			@Nullable Boolean translatedLocalesReadonly, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param writingLocale the code of the language it is written in
		 * @param translatedAutomatic whether it is translated automatically
		 * @param translatedLocalesReadonly whether the translations cannot be edited
		 */
		public Localization(@Nullable String writingLocale, @Nullable Boolean translatedAutomatic,
				@Nullable Boolean translatedLocalesReadonly) {
			this(writingLocale, translatedAutomatic, translatedLocalesReadonly, null);
		}

	}

	/**
	 * The sections of the help desk, by kind of content.
	 *
	 * @param articles the section of articles
	 * @param guides the section of guides
	 * @param references the section of references
	 * @param news the section of news
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Section(@Nullable String articles, @Nullable String guides, @Nullable String references,
			@Nullable String news, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param articles the section of articles
		 * @param guides the section of guides
		 * @param references the section of references
		 * @param news the section of news
		 */
		public Section(@Nullable String articles, @Nullable String guides, @Nullable String references,
				@Nullable String news) {
			this(articles, guides, references, news, null);
		}

	}

	/**
	 * Behavior of the help desk.
	 *
	 * @param frequentlyRead whether to show frequently read content
	 * @param showCategoryImages whether to show the pictures of categories
	 * @param showChatbox whether to show the chat box
	 * @param askFeedback whether to ask readers for feedback
	 * @param reportIncorrect whether readers can report mistakes
	 * @param serveMarkdown whether to serve Markdown
	 * @param agentChatBar whether to show the chat bar of the agent
	 * @param agentCopyButton whether to show the copy button of the agent
	 * @param tableOfContents whether to show a table of contents
	 * @param localePicker whether readers can pick a language
	 * @param referLink whether to show a referral link
	 * @param forbidIndexing whether search engines must not index it
	 * @param statusHealthDead whether to show readers a {@code dead} health status
	 * @param extraFields the other fields, or {@code null} for none
	 */
	@RecordBuilder
	public record Behavior(@Nullable Boolean frequentlyRead, @Nullable Boolean showCategoryImages,
			@Nullable Boolean showChatbox, @Nullable Boolean askFeedback, @Nullable Boolean reportIncorrect,
			@Nullable Boolean serveMarkdown, @Nullable Boolean agentChatBar, @Nullable Boolean agentCopyButton,
			@Nullable Boolean tableOfContents, @Nullable Boolean localePicker, @Nullable Boolean referLink,
			@Nullable Boolean forbidIndexing, @Nullable Boolean statusHealthDead, @Nullable ExtraFields extraFields) {

		/**
		 * Create a builder.
		 * @return an empty builder
		 */
		public static HelpdeskSettingsBehaviorBuilder builder() {
			return HelpdeskSettingsBehaviorBuilder.builder();
		}

	}

	/**
	 * Settings for programs that read the help desk.
	 *
	 * @param mcpServer whether it has an MCP server
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Service(@Nullable Boolean mcpServer, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param mcpServer whether it has an MCP server
		 */
		public Service(@Nullable Boolean mcpServer) {
			this(mcpServer, null);
		}

	}

	/**
	 * HTML that is included in the pages of the help desk.
	 *
	 * @param html the HTML for every page, or an empty string for none
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Include(@Clearable @Nullable String html, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param html the HTML for every page, or an empty string for none
		 */
		public Include(@Nullable String html) {
			this(html, null);
		}

		/**
		 * Return a description without the HTML.
		 */
		@Override
		public String toString() {
			return "Include[...]";
		}

	}

	/**
	 * Access restrictions of the help desk.
	 *
	 * @param restrictMode the access restrictions
	 * @param password the password for readers, or an empty string for none
	 * @param jwtSecret the secret that signs the tokens of readers, or an empty string
	 * for none
	 * @param extraFields the other fields, or {@code null} for none
	 */
	public record Access(@Nullable String restrictMode, @Clearable @Nullable String password,
			@Clearable @Nullable String jwtSecret, @Nullable ExtraFields extraFields) {

		/**
		 * Create an instance without extra fields.
		 * @param restrictMode the access restrictions
		 * @param password the password for readers, or an empty string for none
		 * @param jwtSecret the secret that signs the tokens of readers, or an empty
		 * string for none
		 */
		public Access(@Nullable String restrictMode, @Nullable String password, @Nullable String jwtSecret) {
			this(restrictMode, password, jwtSecret, null);
		}

		/**
		 * Return a description without the password and the secret.
		 */
		@Override
		public String toString() {
			return "Access[restrictMode=" + this.restrictMode + "]";
		}

	}

}
