package io.github.crispspring.autoconfigure.actuate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.crispspring.autoconfigure.ApplicationTester;
import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Finding;
import io.github.crispspring.autoconfigure.actuate.CrispDiagnosis.Severity;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.event.PeopleProfileCreated;
import io.github.crispspring.event.PluginChannel;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for the findings of {@link CrispEndpoint#diagnose} about the account.
 */
class CrispDiagnosisTests {

	private static final String ACCOUNT = "/v1/plugin/connect/account";

	private static final String WEBSITES = "/v1/plugin/connect/websites/all/1";

	private static final String CONVERSATIONS = "/v1/website/w1/conversations/1";

	private static final String MESSAGES = "/v1/website/w1/conversation/s1/messages";

	private static final String PROFILES = "/v1/website/w1/people/profiles/1";

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	private final ApplicationContextRunner contextRunner = crisp.with(Listeners.class)
		.withPropertyValues("crisp.rtm.enabled=false", "management.endpoints.web.exposure.include=crisp");

	@BeforeEach
	void respondAsCrispDoes() {
		respond(ACCOUNT, okJson("{\"data\":{\"plugin_id\":\"p1\"}}"));
		respond(WEBSITES, okJson("{\"data\":[{\"website_id\":\"w1\",\"token\":\"confidential\"}]}"));
		respond(CONVERSATIONS, okJson("{\"data\":[{\"session_id\":\"s1\"}]}"));
		respond(MESSAGES, okJson("{\"data\":[]}"));
		respond(PROFILES, okJson("{\"data\":[]}"));
	}

	@Test
	void acceptedTokenIsReportedWithItsTier() {
		diagnose((findings) -> assertThat(findings).filteredOn("check", "token")
			.containsExactly(Finding.ok("token", "Crisp accepts the token in tier 'plugin'.")));
	}

	@Test
	void tokenOfAnotherTierIsReportedWithThatTier() {
		crisp.stubFor(get(ACCOUNT).willReturn(error(405, "restricted_route_tier")));
		crisp.stubFor(get("/v1/website/w1/connect/endpoints").withHeader("X-Crisp-Tier", equalTo("website"))
			.willReturn(okJson("{\"data\":{\"socket\":{}}}")));
		this.contextRunner.withPropertyValues("crisp.rtm.website-id=w1")
			.run((context) -> assertThat(findings(context.getBean(CrispEndpoint.class), "token")).singleElement()
				.satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.found()).contains("accepts it in tier 'website'");
					assertThat(finding.action()).isEqualTo("Set 'crisp.tier' to 'website'.");
				}));
	}

	@Test
	void tokenThatIsRejectedInEveryTierIsReported() {
		crisp.stubFor(get(anyUrl()).willReturn(error(401, "invalid_session")));
		diagnose(
				(findings) -> assertThat(findings).filteredOn("check", "token").singleElement().satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.found()).contains("401 invalid_session");
					assertThat(finding.action()).contains("'crisp.identifier'", "'crisp.key'",
							"[plugin, website, user]");
				}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "website", "user" })
	void tokensOfOtherTiersHaveNoWebsitesAndScopesToCheck(String tier) {
		respond("/v1/website/w1/connect/endpoints", okJson("{\"data\":{\"socket\":{}}}"));
		respond("/v1/user/connect/endpoints", okJson("{\"data\":{\"socket\":{}}}"));
		this.contextRunner.withPropertyValues("crisp.tier=" + tier, "crisp.rtm.website-id=w1")
			.run((context) -> assertThat(context.getBean(CrispEndpoint.class).diagnose(null).findings())
				.extracting(Finding::severity, Finding::check)
				.containsExactly(tuple(Severity.OK, "token"), tuple(Severity.UNKNOWN, "clock")));
	}

	@Test
	void websiteTokenWithoutWebsiteCannotBeChecked() {
		this.contextRunner.withPropertyValues("crisp.tier=website")
			.run((context) -> assertThat(findings(context.getBean(CrispEndpoint.class), "token")).singleElement()
				.satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN);
					assertThat(finding.action()).contains("'crisp.rtm.website-id'");
				}));
	}

	@Test
	void websitesThatInstalledThePluginAreReported() {
		diagnose((findings) -> assertThat(findings).filteredOn("check", "websites")
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.OK);
				assertThat(finding.found()).contains("w1");
			}));
	}

	@Test
	void missingInstallationIsReported() {
		respond(WEBSITES, okJson("{\"data\":[]}"));
		diagnose((findings) -> {
			assertThat(findings).filteredOn("check", "websites").singleElement().satisfies((finding) -> {
				assertThat(finding.severity()).isEqualTo(Severity.ERROR);
				assertThat(finding.found()).contains("No website has installed the plugin");
				assertThat(finding.action()).contains("Install the plugin");
			});
			assertThat(findings).filteredOn("check", "scopes")
				.extracting(Finding::severity)
				.containsOnly(Severity.UNKNOWN);
		});
	}

	@Test
	void missingScopeIsReportedWithTheEventsOfListeners() {
		respond(MESSAGES, error(403, "not_allowed"));
		diagnose((findings) -> {
			assertThat(findings).filteredOn("check", "scopes")
				.filteredOn("severity", Severity.WARNING)
				.singleElement()
				.satisfies((finding) -> {
					assertThat(finding.found()).contains("[message:send]", "403 not_allowed", "/messages");
					assertThat(finding.action()).contains("Add the scopes", "Marketplace");
				});
			assertThat(findings).filteredOn("check", "scopes")
				.filteredOn("severity", Severity.OK)
				.singleElement()
				.satisfies((finding) -> assertThat(finding.found()).contains("[people:profile:created]"));
		});
	}

	@Test
	void scopesOfEventsAboutNothingThatCanBeReadAreUnknown() {
		diagnose((findings) -> assertThat(findings).filteredOn("check", "scopes")
			.filteredOn("severity", Severity.UNKNOWN)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.found()).contains("[plugin:channel]")));
	}

	@Test
	void scopesOfEventsOfConversationsAreUnknownWithoutConversation() {
		respond(CONVERSATIONS, okJson("{\"data\":[]}"));
		diagnose((findings) -> assertThat(findings).filteredOn("check", "scopes")
			.filteredOn("severity", Severity.UNKNOWN)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.found()).contains("[message:send, plugin:channel]")));
	}

	@ParameterizedTest
	@CsvSource({ "0, OK, at most 30 s", "300, WARNING, behind that of Crisp", "-300, WARNING, ahead of that of Crisp" })
	void clockIsComparedWithThatOfCrisp(int offset, Severity severity, String found) {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC)
			.format(Instant.now().plusSeconds(offset));
		respond(ACCOUNT, okJson("{\"data\":{}}").withHeader("Date", date));
		diagnose(
				(findings) -> assertThat(findings).filteredOn("check", "clock").singleElement().satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(severity);
					assertThat(finding.found()).contains(found);
				}));
	}

	@Test
	void clockIsComparedEvenIfTheTokenIsRejected() {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC)
			.format(Instant.now().plusSeconds(600));
		respond(ACCOUNT, error(401, "invalid_session").withHeader("Date", date));
		diagnose((findings) -> assertThat(findings).filteredOn("check", "clock")
			.extracting(Finding::severity)
			.containsExactly(Severity.WARNING));
	}

	@Test
	void exhaustedQuotaIsReported() {
		crisp.stubFor(get(anyUrl()).willReturn(error(423, "quota_limit_exceeded")));
		diagnose(
				(findings) -> assertThat(findings).filteredOn("check", "token").singleElement().satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.action()).contains("next day");
				}));
	}

	@Test
	void unreachableServerIsReported() {
		this.contextRunner.withPropertyValues("crisp.rest.base-url=http://localhost:1")
			.run((context) -> assertThat(findings(context.getBean(CrispEndpoint.class), "token")).singleElement()
				.satisfies((finding) -> {
					assertThat(finding.severity()).isEqualTo(Severity.ERROR);
					assertThat(finding.action()).contains("'crisp.rest.base-url'");
				}));
	}

	@Test
	void severityOfDiagnosisIsTheHighestOfItsFindings() {
		respond(WEBSITES, okJson("{\"data\":[]}"));
		this.contextRunner.run((context) -> assertThat(context.getBean(CrispEndpoint.class).diagnose(null).severity())
			.isEqualTo(Severity.ERROR));
	}

	@Test
	void namedAccountsAreChecked() {
		this.contextRunner.withPropertyValues("crisp.accounts.acme.identifier=other", "crisp.accounts.acme.key=key")
			.run((context) -> assertThat(context.getBean(CrispEndpoint.class).diagnose(null).findings())
				.extracting(Finding::severity, Finding::check)
				.contains(tuple(Severity.OK, "token"), tuple(Severity.OK, "token of acme"),
						tuple(Severity.OK, "websites of acme")));
	}

	@Test
	void missingCredentialsAreReported() {
		new ApplicationContextRunner().withUserConfiguration(Application.class, Listeners.class)
			.withPropertyValues("management.endpoints.web.exposure.include=crisp")
			.run((context) -> assertThat(
					context.getBean(CrispEndpoint.class).diagnose("https://example.com").findings())
				.extracting(Finding::severity, Finding::check)
				.containsExactly(tuple(Severity.UNKNOWN, "configuration"), tuple(Severity.ERROR, "configuration")));
	}

	@Test
	void eachRouteIsCalledOnce() {
		diagnose((findings) -> {
			for (String route : List.of(ACCOUNT, WEBSITES, CONVERSATIONS, MESSAGES, PROFILES)) {
				crisp.verify(1, getRequestedFor(urlPathEqualTo(route)));
			}
			crisp.verify(5, WireMock.anyRequestedFor(anyUrl()));
		});
	}

	@Test
	void failedCallIsNotRetried() {
		respond(ACCOUNT, error(503, "unavailable"));
		diagnose((findings) -> crisp.verify(1, getRequestedFor(urlPathEqualTo(ACCOUNT))));
	}

	@Test
	void readOperationMakesNoCall() {
		this.contextRunner.run((context) -> {
			context.getBean(CrispEndpoint.class).crisp();
			crisp.verify(0, WireMock.anyRequestedFor(anyUrl()));
		});
	}

	@Test
	void findingsContainNoSecrets() {
		crisp.stubFor(get(urlPathMatching(".*")).willReturn(error(401, "invalid_session")));
		this.contextRunner.withPropertyValues("crisp.identifier=the-identifier", "crisp.key=the-key")
			.run((context) -> assertThat(context.getBean(CrispEndpoint.class).diagnose(null).toString())
				.doesNotContain("the-identifier", "the-key", "confidential"));
	}

	@Test
	void checkThatDoesNotCompleteOrFailsDoesNotAffectOthers() {
		DiagnosticCheck good = check("good", Flux.just(Finding.ok("good", "Good.")));
		CrispDiagnostics diagnostics = new CrispDiagnostics(
				List.of((webhookUrl) -> List.of(check("slow", Flux.never()),
						check("broken", Flux.error(new IllegalStateException("broken"))), good)),
				Duration.ofMillis(50));
		CrispDiagnosis diagnosis = diagnostics.run(null).block(WaitLimit.DURATION);
		assertThat(diagnosis.findings()).extracting(Finding::severity, Finding::check)
			.containsExactly(tuple(Severity.UNKNOWN, "slow"), tuple(Severity.UNKNOWN, "broken"),
					tuple(Severity.OK, "good"));
	}

	private static DiagnosticCheck check(String name, Flux<Finding> findings) {
		return new DiagnosticCheck() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public Flux<Finding> findings() {
				return findings;
			}

		};
	}

	private void diagnose(Consumer<List<Finding>> assertions) {
		this.contextRunner
			.run((context) -> assertions.accept(context.getBean(CrispEndpoint.class).diagnose(null).findings()));
	}

	private static List<Finding> findings(CrispEndpoint endpoint, String check) {
		return endpoint.diagnose(null).findings().stream().filter((finding) -> finding.check().equals(check)).toList();
	}

	private static void respond(String path, ResponseDefinitionBuilder response) {
		MappingBuilder request = get(urlPathEqualTo(path));
		crisp.stubFor(request.willReturn(response));
	}

	private static ResponseDefinitionBuilder error(int status, String reason) {
		return aResponse().withStatus(status)
			.withBody("{\"error\":true,\"reason\":\"%s\",\"data\":{}}".formatted(reason));
	}

	static class Listeners {

		@CrispListener
		void on(MessageSend event) {
		}

		@CrispListener
		void on(PeopleProfileCreated event) {
		}

		@CrispListener
		void on(PluginChannel event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
