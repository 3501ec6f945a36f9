package io.github.crispspring.ai;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Configuration properties for the use of Crisp with Spring AI.
 *
 * @param tools the tools for models
 * @param helpdesk the search for help desk articles
 */
@ConfigurationProperties("crisp.ai")
record CrispAiProperties(@DefaultValue Tools tools, @DefaultValue Helpdesk helpdesk) {

	private static void between(String property, int value, int min, int max) {
		if (value < min || value > max) {
			throw new InvalidConfigurationPropertyValueException(property, value,
					"Must be at least %d and at most %d.".formatted(min, max));
		}
	}

	/**
	 * Properties of the tools.
	 *
	 * @param websites Identifiers of the websites that the tools may access. By default,
	 * none, so that there are no tools.
	 * @param write Whether there are tools that reply, add notes, assign, and change
	 * states and segments.
	 * @param notes Whether the tools return the private notes of operators.
	 * @param maxResults Maximum number of conversations, messages or articles that a tool
	 * returns.
	 * @param maxTextLength Maximum length of each text that a tool returns, in
	 * characters. The rest is cut off.
	 */
	record Tools(@DefaultValue Set<String> websites, @DefaultValue("false") boolean write,
			@DefaultValue("false") boolean notes, @DefaultValue("20") int maxResults,
			@DefaultValue("4000") int maxTextLength) {

		private static final Pattern WEBSITE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

		private static final int LARGEST_PAGE = 50;

		private static final int SHORTEST_TEXT = 100;

		private static final int LONGEST_TEXT = 100_000;

		/**
		 * Trim the websites and check the values.
		 */
		Tools {
			Set<String> trimmed = new LinkedHashSet<>();
			websites.forEach((website) -> trimmed.add(check(website.strip())));
			websites = Set.copyOf(trimmed);
			if (write && websites.isEmpty()) {
				throw new InvalidConfigurationPropertyValueException("crisp.ai.tools.write", true,
						"Has no effect without websites. Set 'crisp.ai.tools.websites', or remove the property.");
			}
			between("crisp.ai.tools.max-results", maxResults, 1, LARGEST_PAGE);
			between("crisp.ai.tools.max-text-length", maxTextLength, SHORTEST_TEXT, LONGEST_TEXT);
		}

		private static String check(String website) {
			if (!WEBSITE.matcher(website).matches()) {
				throw new InvalidConfigurationPropertyValueException("crisp.ai.tools.websites", website,
						"Must be the identifiers of websites, separated by commas.");
			}
			return website;
		}

	}

	/**
	 * Properties of the search for help desk articles.
	 *
	 * @param storage Storage of the articles at Crisp.
	 * @param locales Codes of the languages whose articles are searched, such as 'en'. By
	 * default, all languages of the help desk.
	 * @param refreshInterval Time after which a search compares the articles with those
	 * of Crisp.
	 * @param maxArticles Maximum number of articles of a website that are held in memory.
	 */
	record Helpdesk(@DefaultValue("tree") HelpdeskStorage storage, @DefaultValue List<String> locales,
			@DefaultValue("10m") Duration refreshInterval, @DefaultValue("1000") int maxArticles) {

		private static final Duration SHORTEST_INTERVAL = Duration.ZERO;

		private static final Duration LONGEST_INTERVAL = Duration.ofDays(24);

		private static final int MOST_ARTICLES = 100_000;

		/**
		 * Copy the languages and check the values.
		 */
		Helpdesk {
			locales = locales.stream().map(String::strip).filter((locale) -> !locale.isEmpty()).toList();
			if (refreshInterval.compareTo(SHORTEST_INTERVAL) < 0 || refreshInterval.compareTo(LONGEST_INTERVAL) > 0) {
				throw new InvalidConfigurationPropertyValueException("crisp.ai.helpdesk.refresh-interval",
						refreshInterval, "Must be at least 0 and at most 24d.");
			}
			between("crisp.ai.helpdesk.max-articles", maxArticles, 1, MOST_ARTICLES);
		}

	}

}
