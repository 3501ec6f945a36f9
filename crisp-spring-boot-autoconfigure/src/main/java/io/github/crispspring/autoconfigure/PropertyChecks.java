package io.github.crispspring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.lang.Contract;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Checks of property values. A failure contains the property, its value and how to
 * correct it.
 */
final class PropertyChecks {

	/**
	 * Maximum delay that all timers accept. Netty requires the connect timeout to fit
	 * into an {@code int} of milliseconds.
	 */
	static final Duration LONGEST_DELAY = Duration.ofDays(24);

	private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

	private static final Set<String> WEB_SOCKET_SCHEMES = Set.of("ws", "wss");

	private static final DataSize LARGEST_BUFFER = DataSize.ofGigabytes(1);

	private PropertyChecks() {
	}

	/**
	 * Check a time limit. Zero is rejected, as its meaning differs between libraries.
	 */
	static void timeout(String property, Duration value) {
		between(property, value, SHORTEST_TIMEOUT, LONGEST_DELAY);
	}

	/**
	 * Check a delay, which may be zero.
	 */
	static void delay(String property, Duration value) {
		between(property, value, Duration.ZERO, LONGEST_DELAY);
	}

	/**
	 * Check that a duration is within bounds, which are inclusive.
	 */
	static void between(String property, Duration value, Duration min, Duration max) {
		if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
			throw new InvalidConfigurationPropertyValueException(property, value,
					"Must be at least %s and at most %s.".formatted(text(min), text(max)));
		}
	}

	private static String text(Duration value) {
		return value.isZero() ? "0" : DurationFormatterUtils.print(value, DurationFormat.Style.COMPOSITE);
	}

	/**
	 * Check the size of data that is held in memory as one array.
	 */
	static void size(String property, DataSize value) {
		if (value.toBytes() <= 0 || value.compareTo(LARGEST_BUFFER) > 0) {
			throw new InvalidConfigurationPropertyValueException(property, value,
					"Must be greater than 0 and at most 1GB.");
		}
	}

	/**
	 * Check a number that must be positive.
	 */
	static void positive(String property, int value) {
		if (value <= 0) {
			throw new InvalidConfigurationPropertyValueException(property, value, "Must be greater than 0.");
		}
	}

	/**
	 * Trim a value that must not be blank if it is set. The failure does not contain the
	 * value, which may be a secret.
	 */
	@Contract("_, null -> null; _, !null -> !null")
	static @Nullable String notBlank(String property, @Nullable String value) {
		if (value == null) {
			return null;
		}
		if (!StringUtils.hasText(value)) {
			throw blank(property);
		}
		return value.strip();
	}

	/**
	 * Create the failure for a value that is set but blank.
	 */
	static InvalidConfigurationPropertyValueException blank(String property) {
		return new InvalidConfigurationPropertyValueException(property, null,
				"Must not be blank. Set a value or remove the property.");
	}

	/**
	 * Return the secrets of a webhook, which must not be blank.
	 * @param prefix the name of the properties before {@code .secrets}
	 */
	static List<String> secrets(String prefix, @Nullable String secret, @Nullable List<String> secrets) {
		List<String> all = new ArrayList<>();
		if (secret != null) {
			all.add(notBlank(prefix + ".secret", secret));
		}
		if (secrets != null) {
			// An empty value is bound as an empty list
			if (secrets.isEmpty()) {
				throw blank(prefix + ".secrets");
			}
			secrets.forEach((each) -> all.add(notBlank(prefix + ".secrets", each)));
		}
		return List.copyOf(all);
	}

	/**
	 * Check the URL of a WebSocket.
	 */
	static void webSocketUrl(String property, @Nullable URI url) {
		if (url != null && (url.getHost() == null || url.getRawUserInfo() != null
				|| !WEB_SOCKET_SCHEMES.contains(String.valueOf(url.getScheme())))) {
			throw new InvalidConfigurationPropertyValueException(property, url,
					"Must start with 'wss://' or 'ws://' and must not contain user information. Remove the property to use the URL that Crisp returns.");
		}
	}

	/**
	 * Trim a value, treating a blank one as not set.
	 */
	static @Nullable String trim(@Nullable String value) {
		return StringUtils.hasText(value) ? value.strip() : null;
	}

	/**
	 * Trim values and remove blank ones.
	 */
	static Set<String> trim(Collection<String> values) {
		Set<String> trimmed = new LinkedHashSet<>();
		values.stream().map(String::strip).filter(StringUtils::hasText).forEach(trimmed::add);
		return Collections.unmodifiableSet(trimmed);
	}

}
