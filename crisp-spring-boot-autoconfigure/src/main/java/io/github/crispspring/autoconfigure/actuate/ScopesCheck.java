package io.github.crispspring.autoconfigure.actuate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.client.CrispAuthenticationException;
import io.github.crispspring.client.CrispNotFoundException;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.plugin.PluginConnectWebsite;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

/**
 * Checks whether the plugin has the scopes for the events that listeners receive, by
 * reading what these events report.
 */
final class ScopesCheck implements DiagnosticCheck {

	private static final ParameterizedTypeReference<JsonNode> JSON = new ParameterizedTypeReference<>() {
	};

	private static final int CONCURRENT_CALLS = 3;

	private final CrispRest rest;

	private final Mono<List<PluginConnectWebsite>> websites;

	private final Supplier<Set<String>> events;

	/**
	 * Create a check.
	 * @param rest the client, without retries
	 * @param websites the first page of the websites that have installed the plugin
	 * @param events the names of the events that listeners receive
	 */
	ScopesCheck(CrispRest rest, Mono<List<PluginConnectWebsite>> websites, Supplier<Set<String>> events) {
		this.rest = rest;
		this.websites = websites;
		this.events = events;
	}

	@Override
	public String name() {
		return "scopes";
	}

	@Override
	public Flux<Finding> findings() {
		Map<String, Set<String>> routes = EventRoutes.of(this.events.get());
		if (routes.isEmpty()) {
			return Flux.just(Finding.ok(name(), "There is no listener, so no scope is required for events."));
		}
		return this.websites
			.flatMap((websites) -> Mono.justOrEmpty(
					websites.stream().map(PluginConnectWebsite::websiteId).filter(Objects::nonNull).findFirst()))
			.flatMapMany((websiteId) -> findings(websiteId, routes))
			.switchIfEmpty(Flux.just(
					Finding.unknown(name(), "Scopes can be checked only with a website that has installed the plugin.",
							"Install the plugin on a website.")));
	}

	private Flux<Finding> findings(String websiteId, Map<String, Set<String>> routes) {
		Mono<JsonNode> conversations = read(EventRoutes.CONVERSATIONS, Map.of("websiteId", websiteId)).cache();
		return Flux.fromIterable(routes.entrySet())
			.flatMapSequential((route) -> access(route.getKey(), websiteId, conversations)
				.map((access) -> access.of(route.getValue())), CONCURRENT_CALLS)
			.collectList()
			.flatMapIterable(this::findings);
	}

	private Mono<EventAccess> access(String route, String websiteId, Mono<JsonNode> conversations) {
		return call(route, websiteId, conversations).thenReturn(EventAccess.PERMITTED)
			.onErrorResume(CrispNotFoundException.class, (ex) -> Mono.just(EventAccess.PERMITTED))
			.onErrorResume(CrispAuthenticationException.class,
					(ex) -> Mono.just(EventAccess.PERMITTED.rejected(String.valueOf(ex.getMessage()))))
			.onErrorResume((ex) -> Mono.just(EventAccess.PERMITTED.unknown()));
	}

	private Mono<JsonNode> call(String route, String websiteId, Mono<JsonNode> conversations) {
		if (route.isEmpty()) {
			return Mono.error(NothingToReadException::new);
		}
		if (route.equals(EventRoutes.CONVERSATIONS)) {
			return conversations;
		}
		if (!EventRoutes.isOfConversation(route)) {
			return read(route, Map.of("websiteId", websiteId));
		}
		return conversations.onErrorMap((ex) -> new NothingToReadException())
			.mapNotNull((list) -> list.path(0).path("session_id").asStringOpt().orElse(null))
			.switchIfEmpty(Mono.error(NothingToReadException::new))
			.flatMap((sessionId) -> read(route, Map.of("websiteId", websiteId, "sessionId", sessionId)));
	}

	private Mono<JsonNode> read(String route, Map<String, String> variables) {
		return this.rest.exchange(HttpMethod.GET, route, variables, Map.of(), null, JSON);
	}

	private List<Finding> findings(List<EventAccess> accesses) {
		List<Finding> findings = new ArrayList<>();
		Set<String> permitted = new TreeSet<>();
		Set<String> unknown = new TreeSet<>();
		for (EventAccess access : accesses) {
			if (access.problem() != null) {
				findings.add(Finding.warning(name(),
						"The token may not read what the events %s report, and receives only events that its scopes include: %s"
							.formatted(access.events(), access.problem()),
						"Add the scopes that Crisp's references name for this route and these events to the token of the plugin in the Marketplace."));
			}
			else {
				(access.permitted() ? permitted : unknown).addAll(access.events());
			}
		}
		if (!permitted.isEmpty()) {
			findings.add(Finding.ok(name(), "The token may read what the events %s report.".formatted(permitted)));
		}
		if (!unknown.isEmpty()) {
			findings.add(Finding.unknown(name(),
					"Nothing could be read by which the scopes of the events %s can be checked.".formatted(unknown),
					"If they are not received, compare the scopes of the token in the Marketplace with those that Crisp's RTM reference names for these events."));
		}
		return findings;
	}

	/**
	 * Whether the token may read what events report.
	 *
	 * @param events the names of the events
	 * @param permitted whether it may, {@code false} also if this is unknown
	 * @param problem why it may not, {@code null} if it may or if this is unknown
	 */
	private record EventAccess(Set<String> events, boolean permitted, @Nullable String problem) {

		static final EventAccess PERMITTED = new EventAccess(Set.of(), true, null);

		EventAccess rejected(String problem) {
			return new EventAccess(this.events, false, problem);
		}

		EventAccess unknown() {
			return new EventAccess(this.events, false, null);
		}

		EventAccess of(Set<String> events) {
			return new EventAccess(events, this.permitted, this.problem);
		}

	}

	/**
	 * Raised if there is no route, or no conversation, to read.
	 */
	private static final class NothingToReadException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NothingToReadException() {
			super("Nothing to read", null, false, false);
		}

	}

}
