package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * How the connection behaves.
 *
 * @param url where to connect instead of where Crisp says
 * @param restUrl base URL of the REST API; where it has no TLS, Crisp may name an RTM URL
 * without TLS
 * @param rooms the identifiers of the websites whose events are wanted, none for all
 * @param maxSize how large the attachments of an event may be
 * @param reconnectDelay how long to wait at most before the first attempt to connect
 * again; doubled with each
 * @param maxReconnectDelay how long to wait at most before any attempt
 * @param recover whether visitors' messages that were missed are read through REST
 * @param keepAlive whether the connection keeps the process alive
 * @param gracePeriod how long an outage lasts before failures are logged as warnings
 */
public record CrispRtmSettings(@Nullable URI url, URI restUrl, List<String> rooms, DataSize maxSize,
		Duration reconnectDelay, Duration maxReconnectDelay, boolean recover, boolean keepAlive, Duration gracePeriod) {

}
