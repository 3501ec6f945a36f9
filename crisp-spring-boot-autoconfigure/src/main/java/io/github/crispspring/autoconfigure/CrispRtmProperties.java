package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the realtime connection to Crisp.
 *
 * @param enabled Whether to connect. By default, true if credentials and no webhook are
 * configured.
 * @param url URL to connect to instead of the one that Crisp returns.
 * @param websiteId Identifier of the website of a token whose tier is 'website' or
 * 'user'.
 * @param rooms Identifiers of the websites to receive events of. By default, all websites
 * that the token has access to.
 * @param events Names of the events to subscribe to, or patterns such as 'message:*'. By
 * default, those that listeners receive.
 * @param recover Whether to recover messages that visitors sent while disconnected, by
 * reading them from the REST API.
 * @param maxFrameSize Maximum size of a WebSocket frame.
 * @param reconnectDelay Maximum delay before the first attempt to reconnect.
 * @param maxReconnectDelay Maximum delay between two attempts to reconnect.
 * @param keepAlive Whether the connection keeps an application without a web server
 * running.
 */
@ConfigurationProperties("crisp.rtm")
record CrispRtmProperties(@Nullable Boolean enabled, @Nullable URI url, @Nullable String websiteId,
		@DefaultValue List<String> rooms, @DefaultValue Set<String> events, @DefaultValue("false") boolean recover,
		@DefaultValue("10MB") DataSize maxFrameSize, @DefaultValue("1s") Duration reconnectDelay,
		@DefaultValue("5m") Duration maxReconnectDelay, @DefaultValue("true") boolean keepAlive) {

	/**
	 * Trim the values, and check the URL and the limits.
	 */
	CrispRtmProperties {
		websiteId = PropertyChecks.trim(websiteId);
		PropertyChecks.webSocketUrl("crisp.rtm.url", url);
		rooms = List.copyOf(PropertyChecks.trim(rooms));
		events = PropertyChecks.trim(events);
		PropertyChecks.size("crisp.rtm.max-frame-size", maxFrameSize);
		PropertyChecks.timeout("crisp.rtm.reconnect-delay", reconnectDelay);
		PropertyChecks.timeout("crisp.rtm.max-reconnect-delay", maxReconnectDelay);
	}

}
