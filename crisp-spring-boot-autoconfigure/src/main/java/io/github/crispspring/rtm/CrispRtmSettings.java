package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Settings of the realtime connection.
 *
 * @param url URL to connect to, {@code null} to request it from Crisp
 * @param restUrl base URL of the REST API. If it does not use TLS, Crisp's response may
 * contain an RTM URL without TLS
 * @param websiteId identifier of the website, required by the website tier, otherwise
 * {@code null}
 * @param rooms identifiers of the websites to receive events of, empty for all
 * @param maxFrameSize maximum size of a frame, and of the attachments of an event
 * @param reconnectDelay maximum delay before the first attempt to reconnect, doubled with
 * each consecutive failure
 * @param maxReconnectDelay maximum delay before any attempt to reconnect
 * @param recover whether missed messages of visitors are read from the REST API
 * @param keepAlive whether the process is kept running while the connection is started
 * @param gracePeriod duration of an outage after which failed attempts are logged as
 * warnings
 */
public record CrispRtmSettings(@Nullable URI url, URI restUrl, @Nullable String websiteId, List<String> rooms,
		DataSize maxFrameSize, Duration reconnectDelay, Duration maxReconnectDelay, boolean recover, boolean keepAlive,
		Duration gracePeriod) {

	/**
	 * Create settings.
	 */
	public CrispRtmSettings {
		rooms = List.copyOf(rooms);
	}

}
