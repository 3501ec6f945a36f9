package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispTier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

/**
 * Call of the route of a tier that every token of this tier may call, whatever its scopes
 * are. It is made once for all checks that need its result.
 */
final class AccountCall {

	private static final ParameterizedTypeReference<JsonNode> JSON = new ParameterizedTypeReference<>() {
	};

	private final AtomicReference<@Nullable Duration> offset = new AtomicReference<>();

	private final Mono<Void> completion;

	/**
	 * Create a call.
	 * @param rest the client, which has the credentials of the tier
	 * @param tier the tier
	 * @param websiteId the website of the token, required for {@link CrispTier#WEBSITE}
	 */
	AccountCall(CrispRest rest, CrispTier tier, @Nullable String websiteId) {
		this.completion = CrispRest
			.captureServerTime(Flux.from(call(rest, tier, websiteId)),
					(time) -> this.offset.set(Duration.between(Instant.now(), time)))
			.then()
			.cache();
	}

	private static Mono<JsonNode> call(CrispRest rest, CrispTier tier, @Nullable String websiteId) {
		return switch (tier) {
			case PLUGIN -> get(rest, "/v1/plugin/connect/account", Map.of());
			case USER -> get(rest, "/v1/user/connect/endpoints", Map.of());
			case WEBSITE -> (websiteId != null)
					? get(rest, "/v1/website/{websiteId}/connect/endpoints", Map.of("websiteId", websiteId))
					: Mono.empty();
		};
	}

	private static Mono<JsonNode> get(CrispRest rest, String route, Map<String, String> variables) {
		return rest.exchange(HttpMethod.GET, route, variables, Map.of(), null, JSON);
	}

	/**
	 * Return the completion of the call, which fails if Crisp does not accept the token.
	 */
	Mono<Void> completion() {
		return this.completion;
	}

	/**
	 * Return by how much Crisp's clock is ahead of that of this machine, empty if no
	 * response contains a time. Fails if there is no response.
	 */
	Mono<Duration> clockOffset() {
		return this.completion.materialize().flatMap((signal) -> {
			Duration offset = this.offset.get();
			Throwable failure = signal.getThrowable();
			return (offset == null && failure != null) ? Mono.error(failure) : Mono.justOrEmpty(offset);
		});
	}

}
