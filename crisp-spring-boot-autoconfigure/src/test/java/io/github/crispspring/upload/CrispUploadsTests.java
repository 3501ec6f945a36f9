package io.github.crispspring.upload;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.client.RestTester;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.BucketUrlUploadGenerated;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.message.FileContent;
import io.github.crispspring.testsupport.WaitLimit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CrispUploads} and {@link ReactiveCrispUploads}.
 */
class CrispUploadsTests {

	private static final Resource FILE = new ByteArrayResource("Hello".getBytes(StandardCharsets.UTF_8)) {

		@Override
		public String getFilename() {
			return "hello.txt";
		}

	};

	private static final String GENERATE = "/v1/bucket/url/generate";

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	@BeforeEach
	void respond() {
		crisp.stubFor(post(urlPathEqualTo(GENERATE)).willReturn(okJson("{}")));
		crisp.stubFor(put(anyUrl()).willReturn(aResponse()));
	}

	@Test
	void fileIsUploadedToTheUrlThatCrispReports() {
		run((context) -> {
			CompletableFuture<FileContent> upload = upload(context);
			report(context, "/storage/signed", 100);
			assertThat(upload.join())
				.isEqualTo(new FileContent("hello.txt", "https://storage/hello.txt", "text/plain"));
			crisp.verify(putRequestedFor(urlPathEqualTo("/storage/signed")).withRequestBody(equalTo("Hello"))
				.withHeader("Content-Type", equalTo("text/plain"))
				.withHeader("Authorization", absent()));
		});
	}

	@Test
	void requestNamesTheFileAndTheWebsite() {
		run((context) -> {
			CompletableFuture<FileContent> upload = upload(context);
			report(context, "/storage/signed", 100);
			upload.join();
			JsonNode request = request();
			assertThat(request.path("namespace").asString()).isEqualTo("upload");
			assertThat(request.at("/file/name").asString()).isEqualTo("hello.txt");
			assertThat(request.at("/resource/id").asString()).isEqualTo("w");
		});
	}

	@Test
	void fileThatIsTooLargeIsNotUploaded() {
		run((context) -> {
			CompletableFuture<FileContent> upload = upload(context);
			report(context, "/storage/signed", 4);
			assertThat(upload).failsWithin(WaitLimit.DURATION)
				.withThrowableThat()
				.withRootCauseInstanceOf(CrispUploadException.class)
				.withMessageContaining("at most 4");
			crisp.verify(0, putRequestedFor(anyUrl()));
		});
	}

	@Test
	void failureOfTheStorageDoesNotRevealTheSignedUrl() {
		crisp.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(403)));
		run((context) -> {
			CompletableFuture<FileContent> upload = upload(context);
			report(context, "/storage/signed?secret", 100);
			assertThat(upload.handle((content, ex) -> ex).join()).hasRootCauseInstanceOf(CrispUploadException.class)
				.hasMessageNotContaining("secret");
		});
	}

	@Test
	void signedUrlThatIsInvalidIsNotRevealed() {
		run((context) -> {
			CompletableFuture<FileContent> upload = upload(context);
			report(context, "/storage/a name?secret", 100);
			assertThat(upload.handle((content, ex) -> ex).join()).hasRootCauseInstanceOf(CrispUploadException.class)
				.hasMessageNotContaining("secret");
		});
	}

	@Test
	void uploadThatCannotBeRequestedIsForgotten() {
		run((context) -> {
			CrispUploads uploads = context.getBean(CrispUploads.class);
			assertThatIllegalArgumentException()
				.isThrownBy(() -> uploads.upload("w", "\uD800.txt", MediaType.TEXT_PLAIN, FILE));
			assertThat(context.getBean(ReactiveCrispUploads.class))
				.extracting("pending", as(InstanceOfAssertFactories.MAP))
				.isEmpty();
		});
	}

	@Test
	void uploadFailsIfTheEventIsNotReceived() {
		ReactiveBucketClient client = RestTester.connectTo(crisp).build().client(ReactiveBucketClient.class);
		CrispUploads uploads = new CrispUploads(
				new ReactiveCrispUploads(client, WebClient.create(), Duration.ofMillis(1)));
		assertThatExceptionOfType(CrispUploadException.class).isThrownBy(() -> uploads.upload("w", FILE))
			.withMessageContaining("'bucket:url:upload:generated'");
	}

	@Test
	void uploadFailsIfTheStorageDoesNotRespond() {
		crisp.stubFor(put(anyUrl()).willReturn(aResponse().withFixedDelay(120_000)));
		ReactiveBucketClient client = RestTester.connectTo(crisp).build().client(ReactiveBucketClient.class);
		ReactiveCrispUploads uploads = new ReactiveCrispUploads(client, WebClient.create(), WaitLimit.DURATION,
				Duration.ofSeconds(2));
		CompletableFuture<FileContent> upload = uploads.upload("w", FILE).toFuture();
		awaitRequest();
		uploads.onApplicationEvent(new PayloadApplicationEvent<>(this, (BucketUrlUploadGenerated) new CrispEventReader()
			.read(BucketUrlUploadGenerated.NAME, null, generated("/storage/signed?secret", 100))));
		assertThat(upload).failsWithin(WaitLimit.DURATION)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(CrispUploadException.class)
			.withMessage("The storage of Crisp did not accept the file within 2 s");
	}

	@Test
	void streamIsUploadedWithoutReadingItForItsLength() {
		run((context) -> {
			CompletableFuture<FileContent> upload = upload(context,
					new InputStreamResource(new ByteArrayInputStream("Hello".getBytes(StandardCharsets.UTF_8))));
			report(context, "/storage/signed", 100);
			assertThat(upload).succeedsWithin(WaitLimit.DURATION);
			crisp.verify(putRequestedFor(urlPathEqualTo("/storage/signed")).withRequestBody(equalTo("Hello")));
		});
	}

	@Test
	void uploadWithinAListenerRequiresNoFurtherListenerThread() {
		runner().withBean(Bot.class).withPropertyValues("crisp.listener.concurrency=1").run((context) -> {
			CompletableFuture<Void> handled = dispatch(context, MessageSend.NAME, CrispJson.mapper().readTree("""
					{"website_id": "w", "session_id": "s", "type": "text", "from": "user", "content": "Invoice?",
					"fingerprint": 1, "timestamp": 1}""")).toFuture();
			report(context, "/storage/signed", 100);
			assertThat(handled).succeedsWithin(WaitLimit.DURATION);
			assertThat(context.getBean(Bot.class).uploaded).isNotNull();
		});
	}

	@Test
	void eventIsSubscribedToIfFilesAreUploaded() {
		run((context) -> {
			CrispListenerRegistry registry = context.getBean(CrispListenerRegistry.class);
			assertThat(registry.eventNames()).isEmpty();
			context.getBean(CrispUploads.class);
			assertThat(registry.eventNames()).containsExactly(BucketUrlUploadGenerated.NAME);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme", "b" })
	void fileIsUploadedWithTheTokenOfTheAccount(String account) {
		runner()
			.withPropertyValues("crisp.accounts.acme.identifier=acme", "crisp.accounts.acme.key=key",
					"crisp.accounts.b.identifier=b", "crisp.accounts.b.key=key")
			.run((context) -> {
				CompletableFuture<FileContent> upload = upload(
						context.getBean(account + "#crispUploads", CrispUploads.class), FILE);
				report(context, "/storage/signed", 100);
				assertThat(upload).succeedsWithin(WaitLimit.DURATION);
				crisp.verify(
						postRequestedFor(urlPathEqualTo(GENERATE)).withBasicAuth(new BasicCredentials(account, "key")));
			});
	}

	@Test
	void onlyAccountUploadsWithoutAQualifier() {
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("crisp.accounts.acme.identifier=acme", "crisp.accounts.acme.key=key",
					"crisp.rtm.enabled=false")
			.run((context) -> assertThat(context.getBean(CrispUploads.class))
				.isSameAs(context.getBean("acme#crispUploads")));
	}

	private static CompletableFuture<FileContent> upload(ApplicationContext context) {
		return upload(context, FILE);
	}

	private static CompletableFuture<FileContent> upload(ApplicationContext context, Resource file) {
		return upload(context.getBean(CrispUploads.class), file);
	}

	private static CompletableFuture<FileContent> upload(CrispUploads uploads, Resource file) {
		return CompletableFuture.supplyAsync(() -> uploads.upload("w", "hello.txt", MediaType.TEXT_PLAIN, file));
	}

	private static void report(ApplicationContext context, String signed, int sizeLimit) {
		awaitRequest();
		dispatch(context, BucketUrlUploadGenerated.NAME, generated(signed, sizeLimit)).block(WaitLimit.DURATION);
	}

	private static Mono<Void> dispatch(ApplicationContext context, String name, JsonNode data) {
		return context.getBean(CrispEventDispatcher.class)
			.dispatch(context.getBean(CrispEventReader.class).read(name, null, data),
					CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, data));
	}

	private static void awaitRequest() {
		await().until(() -> !crisp.findAll(postRequestedFor(urlPathEqualTo(GENERATE))).isEmpty());
	}

	private static JsonNode generated(String signed, int sizeLimit) {
		return CrispJson.mapper().readTree("""
				{"id": "%s", "resource": {"type": "website", "id": "w"}, "policy": {"size_limit": %d},
				"url": {"signed": "%s", "resource": "https://storage/hello.txt"}}
				""".formatted(request().path("id").asString(), sizeLimit, crisp.baseUrl() + signed));
	}

	private static JsonNode request() {
		return CrispJson.mapper()
			.readTree(crisp.findAll(postRequestedFor(urlPathEqualTo(GENERATE))).get(0).getBodyAsString());
	}

	private static void run(Consumer<ApplicationContext> test) {
		runner().run(test::accept);
	}

	private static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.enabled=false",
					"crisp.rest.base-url=" + crisp.baseUrl());
	}

	static class Bot {

		private final CrispUploads uploads;

		volatile FileContent uploaded;

		Bot(CrispUploads uploads) {
			this.uploads = uploads;
		}

		@CrispListener
		void on(MessageSend message) {
			this.uploaded = this.uploads.upload(message.websiteId(), FILE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
