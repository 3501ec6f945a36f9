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
 * @param enabled Whether to connect. By default, a connection is made if there are
 * credentials and a listener and no web hook is configured.
 * @param url URL to connect to instead of the one that Crisp names.
 * @param rooms Identifiers of the websites whose events are wanted. By default, all that
 * the token may see.
 * @param events Names of the events to subscribe to, or patterns such as 'message:*'. By
 * default, those that listeners receive.
 * @param recover Whether to read visitors' messages through the REST API that were missed
 * while there was no connection.
 * @param maxFrameSize Largest size of a WebSocket frame.
 * @param reconnectDelay Longest pause before the first attempt to connect again.
 * @param maxReconnectDelay Longest pause before any attempt to connect again.
 * @param keepAlive Whether the connection keeps an application without a web server
 * alive.
 */
@ConfigurationProperties("crisp.rtm")
public record CrispRtmProperties(@Nullable Boolean enabled, @Nullable URI url, @DefaultValue List<String> rooms,
		@DefaultValue Set<String> events, @DefaultValue("false") boolean recover,
		@DefaultValue("10MB") DataSize maxFrameSize, @DefaultValue("1s") Duration reconnectDelay,
		@DefaultValue("5m") Duration maxReconnectDelay, @DefaultValue("true") boolean keepAlive) {

	/**
	 * Trim the values and check the limits.
	 */
	public CrispRtmProperties {
		rooms = List.copyOf(PropertyChecks.trim(rooms));
		events = PropertyChecks.trim(events);
		PropertyChecks.size("crisp.rtm.max-frame-size", maxFrameSize);
		PropertyChecks.timeout("crisp.rtm.reconnect-delay", reconnectDelay);
		PropertyChecks.timeout("crisp.rtm.max-reconnect-delay", maxReconnectDelay);
	}

}
