package io.github.crispspring.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.testsupport.ContractTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls the routes that read, opens the realtime connection, checks the webhook and, if
 * requested, writes a conversation.
 */
final class LiveCheck {

	private static final Duration DIAGNOSIS_LIMIT = Duration.ofSeconds(30);

	private final LiveCheckSettings settings;

	private final Pace pace;

	private final long start = System.nanoTime();

	LiveCheck(LiveCheckSettings settings) {
		this.settings = settings;
		this.pace = new Pace(settings.callsPerSecond(), System::nanoTime, LockSupport::parkNanos);
	}

	/**
	 * Run the check.
	 * @return the report
	 */
	LiveReport run() throws Exception {
		try (ConfigurableApplicationContext context = LiveApplication.start(this.settings)) {
			CallRecorder calls = context.getBean(CallRecorder.class);
			ReceivedEvents events = context.getBean(ReceivedEvents.class);
			RouteCheck routes = new RouteCheck(context.getBean(CrispRest.class), calls, this.pace, ContractTypes.load(),
					this.settings.tier(), this.settings.websiteId());
			routes.run();
			CrispRtmState state = events.awaitConnection(this.settings.patience());
			List<String> webhook = webhook(context);
			List<String> conversation = conversation(context.getBean(CrispRest.class), events, routes.websiteId(),
					transports(state));
			return new LiveReport(this.settings.tier(), routes.called(), calls.count(), this.settings.callsPerSecond(),
					Duration.ofNanos(System.nanoTime() - this.start), routes.differences(), routes.notCalled(),
					describe(state), webhook, events.counts(), conversation);
		}
	}

	private List<CrispDelivery.Transport> transports(@Nullable CrispRtmState state) {
		List<CrispDelivery.Transport> transports = new ArrayList<>();
		if (state instanceof CrispRtmState.Ready) {
			transports.add(CrispDelivery.Transport.RTM);
		}
		if (this.settings.webhookUrl() != null) {
			transports.add(CrispDelivery.Transport.WEBHOOK);
		}
		return transports;
	}

	private static String describe(@Nullable CrispRtmState state) {
		if (state instanceof CrispRtmState.Ready ready) {
			return "established, %d events subscribed to".formatted(ready.events().size());
		}
		return "not established, the last state is " + ((state != null) ? state.getClass().getSimpleName() : "unknown");
	}

	/**
	 * Return the findings about the webhook without the URL that they name.
	 */
	private List<String> webhook(ConfigurableApplicationContext context) {
		String url = this.settings.webhookUrl();
		if (url == null) {
			return List.of();
		}
		JsonNode diagnosis = WebClient
			.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
			.post()
			.uri("/actuator/crisp")
			.bodyValue(Map.of("webhookUrl", url))
			.retrieve()
			.bodyToMono(JsonNode.class)
			.block(DIAGNOSIS_LIMIT);
		return Objects.requireNonNull(diagnosis)
			.path("findings")
			.valueStream()
			.filter((finding) -> finding.path("check").asString().equals("webhook-url"))
			.map((finding) -> "%s: %s".formatted(finding.path("severity").asString(),
					finding.path("action").asString()))
			.toList();
	}

	private List<String> conversation(CrispRest rest, ReceivedEvents events, @Nullable String websiteId,
			List<CrispDelivery.Transport> transports) {
		if (!this.settings.write()) {
			return List.of();
		}
		if (websiteId == null) {
			return List.of("create a conversation: there is no website");
		}
		return new WrittenConversation(rest.client(WebsiteConversationClient.class), events, this.pace,
				this.settings.patience())
			.write(websiteId, transports);
	}

}
