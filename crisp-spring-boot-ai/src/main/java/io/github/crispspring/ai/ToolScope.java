package io.github.crispspring.ai;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Limits of what the tools access. They are checked by each call, as a model may pass any
 * identifier, also one that a visitor wrote.
 *
 * @param websites the websites
 * @param sessionId the only conversation, or {@code null} for all of the websites
 */
record ToolScope(Set<String> websites, @Nullable String sessionId) {

	/**
	 * Excludes characters that have a meaning in a path.
	 */
	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,100}");

	/**
	 * Return the website that a call is about.
	 * @param websiteId the argument, which may be missing if there is one website only
	 */
	String website(@Nullable String websiteId) {
		if (!StringUtils.hasText(websiteId)) {
			if (this.websites.size() == 1) {
				return this.websites.iterator().next();
			}
			throw new RejectedToolCallException("'websiteId' is required. Call 'crisp_list_websites' first.");
		}
		if (!this.websites.contains(websiteId)) {
			throw new RejectedToolCallException("Access to this website is not allowed.");
		}
		return websiteId;
	}

	/**
	 * Return the conversation that a call is about.
	 */
	String session(@Nullable String sessionId) {
		if (this.sessionId != null) {
			if (StringUtils.hasText(sessionId) && !this.sessionId.equals(sessionId)) {
				throw new RejectedToolCallException("Access to this conversation is not allowed.");
			}
			return this.sessionId;
		}
		return identifier("sessionId", sessionId);
	}

	/**
	 * Check that what Crisp returned is of the website.
	 */
	static void checkWebsite(String websiteId, @Nullable String actual) {
		if (actual != null && !actual.equals(websiteId)) {
			throw new RejectedToolCallException("Access to this website is not allowed.");
		}
	}

	static String identifier(String name, @Nullable String value) {
		if (value == null || !IDENTIFIER.matcher(value).matches()) {
			throw new RejectedToolCallException("'" + name + "' is missing or malformed.");
		}
		return value;
	}

	static String text(String name, @Nullable String value) {
		if (!StringUtils.hasText(value)) {
			throw new RejectedToolCallException("'" + name + "' is required.");
		}
		return value;
	}

}
