package io.github.crispspring.embedded;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.crispspring.testsupport.WaitLimit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API of the console of an embedded Crisp.
 */
class ConsoleTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final EmbeddedCrisp crisp = EmbeddedCrisp.builder().transport(EmbeddedCrisp.Transport.RTM).start();

	@AfterEach
	void close() {
		this.crisp.close();
	}

	@Test
	void visitorAndOperatorConverse() throws Exception {
		String session = json("POST", "visitors", "{\"nickname\":\"Ada\"}").path("sessionId").asString();
		String operator = this.crisp.operators().get(0).userId();
		json("POST", "conversations/" + session + "/visitor/messages", "{\"text\":\"Hi\"}");
		json("POST", "conversations/" + session + "/operator/messages", """
				{"operator":"%s","type":"picker","content":{"id":"p","text":"Which?",
				"choices":[{"value":"a","label":"A","selected":false}]}}""".formatted(operator));
		String fingerprint = String.valueOf(this.crisp.conversation(session).messages().get(1).fingerprint());
		json("PUT", "conversations/" + session + "/visitor/choice",
				"{\"fingerprint\":\"%s\",\"value\":\"a\"}".formatted(fingerprint));
		json("PUT", "conversations/" + session + "/assigned", "{\"operator\":\"%s\"}".formatted(operator));
		json("PUT", "conversations/" + session + "/state", "{\"state\":\"resolved\"}");
		JsonNode conversation = json("GET", "conversations/" + session, "");
		assertThat(conversation.path("messages")).hasSize(2);
		assertThat(conversation.at("/messages/1/content/choices/0/selected").asBoolean()).isTrue();
		assertThat(conversation.path("assigned").asString()).isEqualTo(operator);
		assertThat(conversation.path("state").asString()).isEqualTo("resolved");
	}

	@Test
	void eventIsTriggeredWithAnEditedExampleAndResent() throws Exception {
		JsonNode example = json("GET", "events/session:set_email", "");
		assertThat(example.path("email").asString()).isNotEmpty();
		JsonNode delivery = json("POST", "events/session:set_email", "{\"email\":\"edited@example.com\"}");
		json("POST", "deliveries/" + delivery.path("id") + "/resend", "");
		assertThat(this.crisp.deliveries()).hasSize(2)
			.allSatisfy((each) -> assertThat(each.body()).contains("edited@example.com"));
	}

	@Test
	void faultIsSetAndRemoved() throws Exception {
		JsonNode state = json("POST", "faults", "{\"type\":\"rate-limit\",\"millis\":5000,\"times\":3}");
		assertThat(state.at("/faults/calls").asInt()).isEqualTo(3);
		assertThat(json("DELETE", "faults", "").at("/faults/calls").asInt()).isZero();
	}

	@Test
	void transcriptIsReplayed() throws Exception {
		String session = this.crisp.visitor("Ada").writes("Hi").sessionId();
		JsonNode transcript = json("GET", "conversations/" + session + "/transcript", "");
		String replayed = json("POST", "replay", transcript.toString()).path("sessionId").asString();
		assertThat(replayed).isNotEqualTo(session);
		assertThat(this.crisp.conversation(replayed).messages()).extracting(EmbeddedMessage::text)
			.containsExactly("Hi");
	}

	@Test
	void streamShowsWhatExistsAndWhatChanges() throws Exception {
		this.crisp.visitor("Ada");
		BlockingQueue<String> events = new LinkedBlockingQueue<>();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.crisp.url() + "/console/stream")).build();
		HTTP.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new LineSubscriber(events)));
		await(events, "event: state");
		await(events, "event: conversation");
		await(events, "event: delivery");
		new RestTester(this.crisp, "user").get("website/W/settings");
		await(events, "event: call");
	}

	private static void await(BlockingQueue<String> lines, String line) throws Exception {
		String next;
		do {
			next = lines.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
			assertThat(next).as(line).isNotNull();
		}
		while (!line.equals(next));
	}

	@Test
	void pageOfAnotherSiteIsRejected() throws Exception {
		HttpRequest form = HttpRequest.newBuilder(URI.create(this.crisp.url() + "/console/reset"))
			.header("Content-Type", "text/plain")
			.POST(HttpRequest.BodyPublishers.ofString("{}"))
			.build();
		assertThat(HTTP.send(form, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(415);
	}

	@Test
	void hostNameOfAnotherSiteIsRejected() throws Exception {
		try (Socket socket = new Socket("localhost", this.crisp.url().getPort())) {
			socket.getOutputStream().write("GET /console/stream HTTP/1.1\r\nHost: example.com\r\n\r\n".getBytes());
			assertThat(new String(socket.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 403");
		}
	}

	@Test
	void pageRunsNothingButItsOwnFiles() throws Exception {
		HttpResponse<String> page = HTTP.send(HttpRequest.newBuilder(URI.create(this.crisp.url() + "/")).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Security-Policy")).get(InstanceOfAssertFactories.STRING)
			.contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
	}

	@Test
	void faultThatHasTakenEffectIsReported() throws Exception {
		this.crisp.faults().serverError(503, 1);
		BlockingQueue<String> events = new LinkedBlockingQueue<>();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.crisp.url() + "/console/stream")).build();
		HTTP.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new LineSubscriber(events)));
		await(events, "event: state");
		new RestTester(this.crisp, "user").get("website/W/settings");
		await(events, "event: state");
		assertThat(events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS)).contains("\"calls\":0");
	}

	@Test
	void invalidActionIsExplained() throws Exception {
		HttpResponse<String> response = send("POST", "visitors", "{}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("'nickname'");
	}

	private JsonNode json(String method, String path, String body) throws Exception {
		HttpResponse<String> response = send(method, path, body);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> send(String method, String path, String body) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create(this.crisp.url() + "/console/" + path))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private record LineSubscriber(BlockingQueue<String> lines) implements Flow.Subscriber<String> {

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(String line) {
			this.lines.add(line);
		}

		@Override
		public void onError(Throwable ex) {
			// The server has closed
		}

		@Override
		public void onComplete() {
			// The server has closed
		}

	}

}
