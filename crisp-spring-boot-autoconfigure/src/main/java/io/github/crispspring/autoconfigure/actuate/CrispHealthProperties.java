package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the health of the connection to Crisp.
 *
 * @param gracePeriod Time without realtime connection after which it is down.
 */
@ConfigurationProperties("management.health.crisp")
public record CrispHealthProperties(@DefaultValue("1m") Duration gracePeriod) {

}
