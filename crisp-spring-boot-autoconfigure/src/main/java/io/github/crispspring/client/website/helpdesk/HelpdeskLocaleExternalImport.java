package io.github.crispspring.client.website.helpdesk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * From where to import, and what.
 *
 * @param helpdeskUrl the URL of the other help desk
 * @param detectLocales whether to find out which languages it has
 * @param otherLocales the codes of more languages to import
 */
public record HelpdeskLocaleExternalImport(String helpdeskUrl, @Nullable Boolean detectLocales,
		@Nullable List<String> otherLocales) {

	/**
	 * Import from another help desk.
	 * @param helpdeskUrl its URL
	 * @return what to send
	 */
	public static HelpdeskLocaleExternalImport from(String helpdeskUrl) {
		return new HelpdeskLocaleExternalImport(helpdeskUrl, null, null);
	}

}
