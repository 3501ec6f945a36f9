package io.github.crispspring.ai;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Limits of what a tool returns.
 *
 * @param maxResults the maximum number of elements of a list
 * @param maxTextLength the maximum length of a text
 */
record ToolLimits(int maxResults, int maxTextLength) {

	private static final String CUT = "… [cut off]";

	@Nullable String cut(@Nullable String text) {
		return (text != null && text.length() > this.maxTextLength) ? text.substring(0, this.maxTextLength) + CUT
				: text;
	}

	/**
	 * Return custom data with short texts and a limited number of keys.
	 */
	Map<String, String> cut(@Nullable Map<String, Object> data) {
		Map<String, String> result = new LinkedHashMap<>();
		if (data != null) {
			data.entrySet()
				.stream()
				.limit(this.maxResults)
				.forEach((entry) -> result.put(entry.getKey(), String.valueOf(cut(String.valueOf(entry.getValue())))));
		}
		return result;
	}

}
