package io.github.crispspring.autoconfigure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispApiException;
import io.github.crispspring.client.CrispTransportException;
import io.github.crispspring.client.CrispWebClientCustomizer;
import io.github.crispspring.client.RestTester;
import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.bucket.BucketURLClient;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.bucket.ReactiveBucketURLClient;
import io.github.crispspring.client.media.MediaAnimationClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.media.ReactiveMediaAnimationClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plan.PlanSubscriptionClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plan.ReactivePlanSubscriptionClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.plugin.PluginSubscriptionClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.plugin.ReactivePluginSubscriptionClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.client.website.people.ReactiveWebsitePeopleClient;
import io.github.crispspring.client.website.people.WebsitePeopleClient;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.testsupport.WaitLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CrispClientAutoConfiguration}.
 */
class CrispClientAutoConfigurationTests {

	@RegisterExtension
	static final ApplicationTester crisp = new ApplicationTester();

	@RegisterExtension
	static WireMockExtension otherHost = RestTester.server();

	private final ApplicationContextRunner contextRunner = crisp.with()
		.withPropertyValues("crisp.rtm.enabled=false", "crisp.rest.retry.backoff=1ms");

	@BeforeEach
	void respond() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1,\"created_at\":1000}}")));
	}

	@Test
	void everyClientCanBeInjected() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ReactiveWebsitePeopleClient.class)
			.hasSingleBean(ReactivePluginSubscriptionClient.class)
			.hasSingleBean(ReactivePlanSubscriptionClient.class)
			.hasSingleBean(ReactiveMediaAnimationClient.class)
			.hasSingleBean(ReactiveBucketURLClient.class));
	}

	@Test
	void everyResourceCanBeInjectedAsBlockingClient() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(CrispClient.class)
			.hasSingleBean(WebsitePeopleClient.class)
			.hasSingleBean(PluginSubscriptionClient.class)
			.hasSingleBean(PlanSubscriptionClient.class)
			.hasSingleBean(MediaAnimationClient.class)
			.hasSingleBean(BucketURLClient.class));
	}

	@Test
	void clientsAreCreatedOnFirstUse() {
		AtomicInteger made = new AtomicInteger();
		this.contextRunner.withBean(CrispWebClientCustomizer.class, () -> (builder) -> made.incrementAndGet())
			.run((context) -> {
				ReactiveCrispClient client = context.getBean(ReactiveCrispClient.class);
				assertThat(context.getBeanFactory().containsSingleton("crispWebsiteClient")).isFalse();
				assertThat(context.getBeanFactory().containsSingleton("reactiveCrispWebsiteClient")).isFalse();
				assertThat(context.getBeanFactory().containsSingleton("clientHttpConnector")).isFalse();
				assertThat(made).hasValue(0);
				client.website().getConversation("w", "s").block();
				client.plugin().getSubscriptionDetails("w", "p").block();
				context.getBean(WebsiteClient.class).getConversation("w", "s");
				assertThat(made).hasValue(1);
			});
	}

	@Test
	void startCreatesNoClient() {
		this.contextRunner.run((context) -> assertThat(List.of("crispClient", "reactiveCrispClient"))
			.noneMatch(context.getBeanFactory()::containsSingleton));
	}

	@Test
	void listenerLookupSkipsClients() {
		this.contextRunner.run((context) -> assertThat(List.of(ReactiveWebsiteClient.class, ReactivePluginClient.class,
				ReactivePlanClient.class, ReactiveMediaClient.class, ReactiveBucketClient.class, WebsiteClient.class,
				PluginClient.class, PlanClient.class, MediaClient.class, BucketClient.class))
			.allSatisfy((type) -> assertThat(
					AutoProxyUtils.determineTargetClass(context.getBeanFactory(), context.getBeanNamesForType(type)[0]))
				.isEqualTo(Object.class)));
	}

	@Test
	void jacksonPropertiesOfApplicationDoNotAffectClients() {
		String expected = sentWith();
		String hostile = sentWith("spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
				"spring.jackson.default-property-inclusion=always",
				"spring.jackson.datatype.datetime.write-dates-as-timestamps=false",
				"spring.jackson.deserialization.fail-on-unknown-properties=true",
				"spring.jackson.mapper.sort-properties-alphabetically=true",
				"spring.jackson.serialization.wrap-root-value=true");
		assertThat(hostile).isEqualTo(expected).contains("\"timestamp\":1000").doesNotContain("null");
	}

	private String sentWith(String... properties) {
		crisp.resetRequests();
		this.contextRunner.withPropertyValues(properties).run((context) -> {
			NewConversationMessage message = NewConversationMessage.builder()
				.content(MessageContent.file("a.png", "https://example.com/a.png", "image/png"))
				.timestamp(Instant.ofEpochMilli(1000))
				.build();
			ReactiveWebsiteClient website = context.getBean(ReactiveWebsiteClient.class);
			assertThat(website.sendMessageInConversation("w", "s", message).block().fingerprint()).isEqualTo(1);
			assertThat(website.getConversation("w", "s").block().createdAt()).isEqualTo("1970-01-01T00:00:01Z");
		});
		return crisp.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString();
	}

	@Test
	void webClientCustomizersAreApplied() {
		this.contextRunner.withUserConfiguration(Customizers.class).run((context) -> {
			context.getBean(ReactiveCrispClient.class).website().getConversation("w", "s").block();
			crisp.verify(anyRequestedFor(anyUrl()).withHeader("X-Every", equalTo("yes"))
				.withHeader("X-Crisp-Only", equalTo("yes"))
				.withHeader("X-Connector", equalTo("yes")));
		});
	}

	@Test
	void retryIsConfigurable() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.serverError()));
		this.contextRunner.run((context) -> callFails(context.getBean(ReactiveWebsiteClient.class)));
		crisp.verify(3, anyRequestedFor(anyUrl()));
		crisp.resetRequests();
		this.contextRunner.withPropertyValues("crisp.rest.retry.attempts=5")
			.run((context) -> callFails(context.getBean(ReactiveWebsiteClient.class)));
		crisp.verify(5, anyRequestedFor(anyUrl()));
		crisp.resetRequests();
		this.contextRunner.withPropertyValues("crisp.rest.retry.enabled=false")
			.run((context) -> callFails(context.getBean(ReactiveWebsiteClient.class)));
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	private static void callFails(ReactiveWebsiteClient website) {
		assertThatExceptionOfType(CrispApiException.class).isThrownBy(() -> website.getConversation("w", "s").block());
	}

	@Test
	void readTimeoutIsApplied() throws IOException {
		// A server that also other tests use could receive the request after this test
		try (ServerSocket silent = new ServerSocket(0)) {
			this.contextRunner
				.withPropertyValues("crisp.rest.base-url=http://localhost:" + silent.getLocalPort(),
						"crisp.rest.read-timeout=50ms", "crisp.rest.retry.enabled=false")
				.run((context) -> assertThatExceptionOfType(CrispTransportException.class)
					.isThrownBy(() -> context.getBean(ReactiveWebsiteClient.class)
						.getConversation("w", "s")
						.block(WaitLimit.DURATION)));
		}
	}

	@Test
	void maximumTimeoutsAreSupportedByTimers() {
		this.contextRunner
			.withPropertyValues("crisp.rest.connect-timeout=24d", "crisp.rest.read-timeout=24d",
					"crisp.rest.retry.backoff=24d", "crisp.rest.retry.max-retry-after=24d")
			.run((context) -> context.getBean(ReactiveWebsiteClient.class)
				.getConversation("w", "s")
				.block(WaitLimit.DURATION));
		crisp.verify(1, anyRequestedFor(anyUrl()));
	}

	@ParameterizedTest
	@CsvSource({ "reactor, 301", "reactor, 302", "reactor, 303", "reactor, 307", "reactor, 308", "jdk, 301", "jdk, 302",
			"jdk, 303", "jdk, 307", "jdk, 308" })
	void redirectsAreNotFollowed(String connector, int status) {
		otherHost.stubFor(any(anyUrl()).willReturn(okJson("{}")));
		crisp.stubFor(any(anyUrl())
			.willReturn(WireMock.aResponse().withStatus(status).withHeader("Location", otherHost.baseUrl() + "/v1/x")));
		this.contextRunner
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector,
					"spring.http.clients.redirects=follow", "crisp.rest.headers.X-Secret=gateway")
			.run((context) -> {
				ReactiveWebsiteClient website = context.getBean(ReactiveWebsiteClient.class);
				for (Mono<?> call : List.of(website.getConversation("w", "s"),
						website.checkConversationExists("w", "s"), website.removeConversation("w", "s"),
						website.sendMessageInConversation("w", "s", MessageContent.text("private")))) {
					assertThatExceptionOfType(CrispApiException.class).isThrownBy(call::block)
						.satisfies((ex) -> assertThat(ex.getStatusCode().value()).isEqualTo(status));
				}
			});
		crisp.verify(4, anyRequestedFor(anyUrl()));
		otherHost.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void httpClientThatFollowsRedirectsIsRejected() {
		this.contextRunner
			.withBean(CrispWebClientCustomizer.class,
					() -> (builder) -> builder
						.clientConnector(new ReactorClientHttpConnector(HttpClient.create().followRedirect(true))))
			.run((context) -> assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(ReactiveWebsiteClient.class).getConversation("w", "s").block())
				.withMessageContaining("must not follow redirects"));
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void sslBundleIsApplied(@TempDir Path directory) throws Exception {
		Path keystore = directory.resolve("localhost.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "localhost", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"SAN=dns:localhost", "-storetype", "PKCS12", "-storepass", "password", "-keystore", keystore.toString())
			.inheritIO()
			.start();
		assertThat(keytool.waitFor(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
		WireMockServer secure = new WireMockServer(WireMockConfiguration.options()
			.httpDisabled(true)
			.dynamicHttpsPort()
			.keystorePath(keystore.toString())
			.keystoreType("PKCS12")
			.keystorePassword("password")
			.keyManagerPassword("password"));
		secure.start();
		try {
			secure.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{}}")));
			ApplicationContextRunner https = this.contextRunner
				.withPropertyValues("crisp.rest.base-url=https://localhost:" + secure.httpsPort());
			https.run((context) -> assertThatExceptionOfType(CrispTransportException.class)
				.isThrownBy(() -> context.getBean(ReactiveWebsiteClient.class).removeConversation("w", "s").block()));
			https
				.withPropertyValues("spring.ssl.bundle.jks.crisp.truststore.location=file:" + keystore,
						"spring.ssl.bundle.jks.crisp.truststore.password=password",
						"spring.ssl.bundle.jks.crisp.truststore.type=PKCS12", "spring.http.clients.ssl.bundle=crisp")
				.run((context) -> context.getBean(ReactiveWebsiteClient.class).removeConversation("w", "s").block());
			secure.verify(1, anyRequestedFor(anyUrl()));
		}
		finally {
			secure.stop();
		}
	}

	@Test
	void proxyOfTheJvmIsUsed() throws Exception {
		try (ServerSocket proxy = new ServerSocket(0)) {
			CompletableFuture<String> request = CompletableFuture.supplyAsync(() -> firstLine(proxy));
			System.setProperty("http.proxyHost", "localhost");
			System.setProperty("http.proxyPort", String.valueOf(proxy.getLocalPort()));
			try {
				this.contextRunner
					.withPropertyValues("crisp.rest.base-url=http://crisp.invalid", "crisp.rest.retry.enabled=false")
					.run((context) -> assertThatExceptionOfType(CrispTransportException.class).isThrownBy(
							() -> context.getBean(ReactiveWebsiteClient.class).removeConversation("w", "s").block()));
			}
			finally {
				System.clearProperty("http.proxyHost");
				System.clearProperty("http.proxyPort");
			}
			assertThat(request).succeedsWithin(WaitLimit.DURATION).asString().startsWith("CONNECT crisp.invalid:80");
		}
	}

	private static String firstLine(ServerSocket proxy) {
		try (Socket socket = proxy.accept();
				BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
			return reader.readLine();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		WebClientCustomizer every() {
			return (builder) -> builder.defaultHeader("X-Every", "yes");
		}

		@Bean
		CrispWebClientCustomizer crispOnly() {
			return (builder) -> builder.defaultHeader("X-Crisp-Only", "yes");
		}

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> connector() {
			return (builder) -> builder
				.withHttpClientCustomizer((http) -> http.headers((headers) -> headers.set("X-Connector", "yes")));
		}

	}

}
