package io.github.crispspring.client;

import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.crispspring.CrispClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.client.website.conversation.Conversation;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.testsupport.WaitLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

/**
 * What is particular to calls that block.
 */
class BlockingClientTests {

	@RegisterExtension
	static WireMockExtension crisp = RestTester.server();

	private final CrispRest rest = RestTester.connectTo(crisp).build();

	private final WebsiteClient website = new CrispClient(this.rest).website();

	@Test
	void resultsAreValuesListsAndBooleans() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"session_id\":\"s\"}}")));
		assertThat(this.website.getConversation("w", "s").sessionId()).isEqualTo("s");
		assertThat(this.website.checkConversationExists("w", "s")).isTrue();
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[{\"session_id\":\"s\"}]}")));
		assertThat(this.website.listConversations("w", 1)).extracting(Conversation::sessionId).containsExactly("s");
	}

	@Test
	void resourcesAreOfferedByName() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"session_id\":\"s\"}}")));
		assertThat(this.website.conversation().getConversation("w", "s").sessionId()).isEqualTo("s");
	}

	@Test
	void errorIsThrownAsItIs() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.notFound()));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s"));
	}

	@Test
	void defaultMethodCallsTheMethodThatItStandsFor() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
		this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi"));
		crisp.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson("{\"content\":\"Hi\"}", true, true)));
	}

	@Test
	void defaultMethodOfAMockCallsWhatIsMocked() {
		WebsiteConversationClient mock = mock(WebsiteConversationClient.class, CALLS_REAL_METHODS);
		given(mock.listConversations(Mockito.any(), anyInt(), Mockito.any())).willReturn(List.of());
		assertThat(mock.listConversations("w", 1)).isEmpty();
	}

	@Test
	void errorOfADefaultMethodIsThrownAsItIs() {
		crisp.stubFor(any(anyUrl()).willReturn(WireMock.notFound()));
		assertThatExceptionOfType(CrispNotFoundException.class)
			.isThrownBy(() -> this.website.listConversations("w", 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":false,\"data\":null}", "{\"error\":false}", "" })
	void responseWithoutDataIsAnErrorUnlessTheResultIsNullable(String body) {
		crisp.stubFor(any(anyUrl()).willReturn(okJson(body)));
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> this.website.getConversation("w", "s"))
			.withMessageEndingWith("it has no data");
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> this.website.listConversations("w", 1))
			.withMessageEndingWith("it has no data");
		assertThat(this.website.requestToolCallForConversation("w", "s", "command")).isNull();
		Routes routes = this.rest.client(Routes.class);
		assertThat(routes.nullable("t")).isNull();
		assertThat(routes.optional("t")).isEmpty();
		assertThatExceptionOfType(CrispUnreadableResponseException.class).isThrownBy(() -> routes.required("t"));
		assertThatExceptionOfType(CrispUnreadableResponseException.class)
			.isThrownBy(() -> routes.reactive("t").block());
	}

	@Test
	void primitiveResultIsRead() {
		crisp.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":7}")));
		assertThat(this.rest.client(Routes.class).count("t")).isEqualTo(7);
	}

	@Test
	void callOnAnEventLoopIsRejectedAndNamesTheReactiveClient() {
		assertRejectedOnEventLoop(() -> this.website.getConversation("w", "s"));
		assertRejectedOnEventLoop(() -> this.website.removeConversation("w", "s"));
	}

	@Test
	void defaultMethodOnAnEventLoopIsRejectedAndNamesTheReactiveClient() {
		assertRejectedOnEventLoop(() -> this.website.listConversations("w", 1));
		assertRejectedOnEventLoop(() -> this.website.sendMessageInConversation("w", "s", MessageContent.text("Hi")));
	}

	private static void assertRejectedOnEventLoop(Runnable call) {
		assertThatIllegalStateException()
			.isThrownBy(() -> Mono.fromRunnable(call).subscribeOn(Schedulers.parallel()).block(WaitLimit.DURATION))
			.withMessageContaining("parallel-")
			.withMessageContaining(ReactiveWebsiteConversationClient.class.getName());
		crisp.verify(0, anyRequestedFor(anyUrl()));
	}

	@Test
	void callOfAnInterfaceWithoutAReactivePeerIsRejectedOnAnEventLoop() {
		Routes routes = this.rest.client(Routes.class);
		assertThatIllegalStateException()
			.isThrownBy(() -> Mono.fromRunnable(() -> routes.required("t"))
				.subscribeOn(Schedulers.parallel())
				.block(WaitLimit.DURATION))
			.withMessageContaining("methods that return a Mono or a Flux");
	}

	@Test
	void rawCallOnAnEventLoopIsRejected() {
		CrispClient client = new CrispClient(this.rest);
		assertThatIllegalStateException()
			.isThrownBy(() -> Mono
				.fromRunnable(() -> client.exchange(HttpMethod.GET, "/v1/thing", Map.of(), Map.of(), null, Map.class))
				.subscribeOn(Schedulers.parallel())
				.block(WaitLimit.DURATION))
			.withMessageContaining("must not block");
	}

	@Test
	void interruptingTheThreadCancelsTheCall() throws Exception {
		try (ServerSocket server = new ServerSocket(0)) {
			WebsiteClient client = RestTester.connectTo("http://localhost:" + server.getLocalPort())
				.build()
				.client(WebsiteClient.class);
			CompletableFuture<Throwable> failure = new CompletableFuture<>();
			CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
			Thread caller = new Thread(() -> {
				try {
					client.getConversation("w", "s");
				}
				catch (Throwable ex) {
					failure.complete(ex);
					interrupted.complete(Thread.currentThread().isInterrupted());
				}
			});
			caller.start();
			try (Socket connection = server.accept()) {
				connection.setSoTimeout((int) WaitLimit.DURATION.toMillis());
				assertThat(connection.getInputStream().read()).as("first byte of the request").isEqualTo('G');

				caller.interrupt();

				assertThat(failure.get(WaitLimit.SECONDS, TimeUnit.SECONDS))
					.hasRootCauseInstanceOf(InterruptedException.class);
				assertThat(interrupted.get(WaitLimit.SECONDS, TimeUnit.SECONDS)).isTrue();
				connection.getInputStream().readAllBytes();
			}
		}
	}

	interface Routes {

		@GetExchange("/v1/thing/{thingId}")
		Map<String, Object> required(@PathVariable String thingId);

		@GetExchange("/v1/thing/{thingId}")
		@Nullable Map<String, Object> nullable(@PathVariable String thingId);

		@GetExchange("/v1/thing/{thingId}")
		Optional<Map<String, Object>> optional(@PathVariable String thingId);

		@GetExchange("/v1/thing/{thingId}/count")
		int count(@PathVariable String thingId);

		@GetExchange("/v1/thing/{thingId}")
		Mono<Map<String, Object>> reactive(@PathVariable String thingId);

	}

}
