package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for Crisp health checks.
 *
 * @param gracePeriod Time without a realtime connection after which its health is down.
 */
@ConfigurationProperties("management.health.crisp")
record CrispHealthProperties(@DefaultValue("1m") Duration gracePeriod) {

}
