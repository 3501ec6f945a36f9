package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How the connection behaves.
 *
 * @param url where to connect instead of where Crisp says
 * @param reconnectDelay how long to wait at most before the first attempt to connect
 * again; doubled with each
 * @param maxReconnectDelay how long to wait at most before any attempt
 */
public record CrispRtmSettings(@Nullable URI url, Duration reconnectDelay, Duration maxReconnectDelay) {

}
