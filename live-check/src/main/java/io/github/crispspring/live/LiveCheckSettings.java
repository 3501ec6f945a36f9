package io.github.crispspring.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Settings of a live check.
 *
 * @param properties the properties of the application that makes the calls, such as
 * {@code crisp.identifier}
 * @param websiteId the website to read, or {@code null} for the first one that the token
 * can list
 * @param webhookUrl the public URL of the webhook, or {@code null} if none is checked
 * @param write whether to write a conversation
 * @param callsPerSecond the maximum number of calls a second
 * @param patience the maximum time to wait for the realtime connection and for events
 */
record LiveCheckSettings(Map<String, String> properties, @Nullable String websiteId, @Nullable String webhookUrl,
		boolean write, int callsPerSecond, Duration patience) {

	private static final int CALLS_PER_SECOND = 5;

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final Map<String, String> VARIABLES = Map.of("CRISP_IDENTIFIER", "crisp.identifier", "CRISP_KEY",
			"crisp.key", "CRISP_TIER", "crisp.tier", "CRISP_WEBSITE_ID", "crisp.rtm.website-id", "CRISP_BASE_URL",
			"crisp.rest.base-url", "CRISP_WEBHOOK_SECRET", "crisp.webhook.secret", "CRISP_WEBHOOK_KEY",
			"crisp.webhook.key", "CRISP_WEBHOOK_PORT", "server.port");

	/**
	 * Read the settings from environment variables.
	 * @param environment function that returns the value of a variable
	 * @param write whether to write a conversation
	 * @throws IllegalArgumentException if a required variable is missing; the message
	 * names it
	 */
	static LiveCheckSettings of(UnaryOperator<@Nullable String> environment, boolean write) {
		Map<String, String> properties = new HashMap<>();
		VARIABLES.forEach((variable, property) -> {
			String value = environment.apply(variable);
			if (StringUtils.hasText(value)) {
				properties.put(property, value.strip());
			}
		});
		String webhookUrl = environment.apply("CRISP_WEBHOOK_URL");
		check(properties, StringUtils.hasText(webhookUrl));
		return new LiveCheckSettings(properties, properties.get("crisp.rtm.website-id"),
				StringUtils.hasText(webhookUrl) ? webhookUrl.strip() : null, write, CALLS_PER_SECOND, PATIENCE);
	}

	private static void check(Map<String, String> properties, boolean webhook) {
		List<String> missing = new ArrayList<>();
		if (!properties.containsKey("crisp.identifier")) {
			missing.add("CRISP_IDENTIFIER");
		}
		if (!properties.containsKey("crisp.key")) {
			missing.add("CRISP_KEY");
		}
		if (!"plugin".equals(properties.getOrDefault("crisp.tier", "plugin"))
				&& !properties.containsKey("crisp.rtm.website-id")) {
			missing.add("CRISP_WEBSITE_ID");
		}
		if (webhook && !properties.containsKey("crisp.webhook.secret")
				&& !properties.containsKey("crisp.webhook.key")) {
			missing.add("CRISP_WEBHOOK_SECRET");
		}
		if (!missing.isEmpty()) {
			throw new IllegalArgumentException(
					"The live check requires the environment variables %s. See live-check/README.md"
						.formatted(missing));
		}
	}

	boolean hasWebhook() {
		return this.properties.containsKey("crisp.webhook.secret") || this.properties.containsKey("crisp.webhook.key");
	}

	String tier() {
		return this.properties.getOrDefault("crisp.tier", "plugin");
	}

	/**
	 * Describes the settings without credentials and URLs.
	 */
	@Override
	public String toString() {
		return "LiveCheckSettings[tier=" + tier() + ", webhook=" + hasWebhook() + ", write=" + this.write + "]";
	}

}
