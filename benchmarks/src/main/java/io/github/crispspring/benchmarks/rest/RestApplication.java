package io.github.crispspring.benchmarks.rest;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import io.github.crispspring.benchmarks.Figures;
import io.github.crispspring.client.website.conversation.NewConversationMessage;
import io.github.crispspring.client.website.conversation.ReactiveWebsiteConversationClient;
import io.github.crispspring.client.website.conversation.SentConversationMessage;
import io.github.crispspring.client.website.conversation.WebsiteConversationClient;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.MessageContent;
import io.github.crispspring.message.Sender;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends messages with a concurrency of 32, with the starter or with {@code WebClient},
 * reactive or blocking.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RestApplication {

	private static final int CONCURRENCY = 32;

	private static final int WARM_UP = 300_000;

	private static final int MEASURED = 100_000;

	private static final String WEBSITE = "42286ab3-b29a-4fde-8538-da0ae501d825";

	/**
	 * Measure.
	 * @param args the subject, and the URL of the server
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		String subject = args[0];
		String url = args[1];
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RestApplication.class)
			.web(WebApplicationType.NONE)
			.run("--crisp.identifier=identifier", "--crisp.key=key", "--crisp.rtm.enabled=false",
					"--crisp.rest.base-url=" + url, "--spring.main.banner-mode=off", "--logging.level.root=warn")) {
			switch (subject) {
				case "starter" -> measure(subject, starter(context.getBean(ReactiveWebsiteConversationClient.class)));
				case "webclient" -> measure(subject, webClient(context.getBean(WebClient.Builder.class), url));
				case "starter-blocking" ->
					measureBlocking(subject, blockingStarter(context.getBean(WebsiteConversationClient.class)));
				case "webclient-blocking" ->
					measureBlocking(subject, blocking(webClient(context.getBean(WebClient.Builder.class), url)));
				default -> throw new IllegalArgumentException(subject);
			}
		}
		System.exit(0);
	}

	private static void measure(String subject, IntFunction<Mono<SentConversationMessage>> call) {
		send(WARM_UP, call);
		Figures figures = Figures.begin();
		figures.end("rest", subject, MEASURED, send(MEASURED, call));
	}

	private static void measureBlocking(String subject, IntFunction<SentConversationMessage> call)
			throws InterruptedException {
		sendBlocking(WARM_UP, call);
		Figures figures = Figures.begin();
		figures.end("blocking", subject, MEASURED, sendBlocking(MEASURED, call));
	}

	/**
	 * Send messages from as many threads as calls are made at the same time.
	 */
	private static long[] sendBlocking(int count, IntFunction<SentConversationMessage> call)
			throws InterruptedException {
		long[] latencies = new long[count];
		AtomicInteger next = new AtomicInteger();
		Thread[] threads = new Thread[CONCURRENCY];
		for (int t = 0; t < threads.length; t++) {
			threads[t] = new Thread(() -> {
				for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
					long begin = System.nanoTime();
					Objects.requireNonNull(call.apply(i).fingerprint());
					latencies[i] = System.nanoTime() - begin;
				}
			});
			threads[t].start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		return latencies;
	}

	private static long[] send(int count, IntFunction<Mono<SentConversationMessage>> call) {
		long[] latencies = new long[count];
		Flux.range(0, count).flatMap((i) -> Mono.defer(() -> {
			long begin = System.nanoTime();
			return call.apply(i).doOnNext((sent) -> {
				Objects.requireNonNull(sent.fingerprint());
				latencies[i] = System.nanoTime() - begin;
			});
		}), CONCURRENCY).blockLast();
		return latencies;
	}

	private static NewConversationMessage message() {
		return NewConversationMessage.builder()
			.content(MessageContent.text("Hey there! Need help?"))
			.from(Sender.OPERATOR)
			.origin("chat")
			.build();
	}

	private static IntFunction<Mono<SentConversationMessage>> starter(ReactiveWebsiteConversationClient conversations) {
		return (i) -> conversations.sendMessageInConversation(WEBSITE, "session_" + i, message());
	}

	private static IntFunction<SentConversationMessage> blockingStarter(WebsiteConversationClient conversations) {
		return (i) -> conversations.sendMessageInConversation(WEBSITE, "session_" + i, message());
	}

	/**
	 * Send messages without the starter, with the same records.
	 */
	private static IntFunction<Mono<SentConversationMessage>> webClient(WebClient.Builder builder, String url) {
		WebClient webClient = builder.baseUrl(url)
			.defaultHeaders((headers) -> headers.setBasicAuth("identifier", "key"))
			.defaultHeader("X-Crisp-Tier", "plugin")
			.codecs((codecs) -> {
				codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(CrispJson.mapper()));
				codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(CrispJson.mapper()));
			})
			.build();
		ParameterizedTypeReference<Envelope<SentConversationMessage>> type = new ParameterizedTypeReference<>() {
		};
		return (i) -> webClient.post()
			.uri("/v1/website/{websiteId}/conversation/{sessionId}/message", WEBSITE, "session_" + i)
			.bodyValue(message())
			.retrieve()
			.bodyToMono(type)
			.map(Envelope::data);
	}

	private static IntFunction<SentConversationMessage> blocking(IntFunction<Mono<SentConversationMessage>> call) {
		return (i) -> Objects.requireNonNull(call.apply(i).block());
	}

	private record Envelope<T>(boolean error, String reason, T data) {

	}

}
