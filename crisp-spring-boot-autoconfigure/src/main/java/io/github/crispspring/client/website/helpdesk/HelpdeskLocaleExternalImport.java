package io.github.crispspring.client.website.helpdesk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Import from another help desk.
 *
 * @param helpdeskUrl the URL of the other help desk
 * @param detectLocales whether to detect its languages
 * @param otherLocales the codes of more languages to import
 */
public record HelpdeskLocaleExternalImport(String helpdeskUrl, @Nullable Boolean detectLocales,
		@Nullable List<String> otherLocales) {

	/**
	 * Create an import from another help desk.
	 * @param helpdeskUrl the URL
	 * @return the instance
	 */
	public static HelpdeskLocaleExternalImport from(String helpdeskUrl) {
		return new HelpdeskLocaleExternalImport(helpdeskUrl, null, null);
	}

}
