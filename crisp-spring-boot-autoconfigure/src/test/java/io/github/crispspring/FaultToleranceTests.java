package io.github.crispspring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.crispspring.dispatch.CrispEventContext;
import io.github.crispspring.dispatch.CrispEventDeduplicator;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.TestRtmServer;
import io.github.crispspring.signature.CrispSignature;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Applications whose own code throws anything, hangs or returns late, at every point at
 * which it is called, under load: every event ends once, and afterwards all is as before.
 */
@Tag("long")
class FaultToleranceTests {

	private static final int EVENTS = 300;

	private static final int CONVERSATIONS = 15;

	private static final Duration LIMIT = Duration.ofSeconds(120);

	private static final Map<String, Object> CREDENTIALS = Map.of("username", "identifier", "password", "key");

	/**
	 * The log of the faults is long.
	 */
	@AfterAll
	static void resetLogLevel() {
		LoggingSystem.get(FaultToleranceTests.class.getClassLoader())
			.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	@ParameterizedTest(name = "{0}, virtual threads: {1}, transactions: {2}")
	@MethodSource("applications")
	void everyEventEndsOnceAndLaterOnesAreHandled(WebApplicationType type, boolean virtual, boolean transactional)
			throws Exception {
		WireMockServer crisp = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		crisp.start();
		crisp.stubFor(post(anyUrl()).willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
		try (TestRtmServer rtm = new TestRtmServer(CREDENTIALS)) {
			ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).web(type)
				.properties("spring.main.banner-mode=off", "logging.level.root=off", "server.port=0",
						"crisp.identifier=identifier", "crisp.key=key", "crisp.listener.timeout=500ms",
						"crisp.listener.concurrency=64", "crisp.listener.transactional=" + transactional,
						"crisp.rest.base-url=" + crisp.baseUrl(), "crisp.rest.retry.enabled=false",
						"spring.threads.virtual.enabled=" + virtual,
						(type == WebApplicationType.NONE) ? "crisp.rtm.url=" + rtm.url()
								: "crisp.webhook.secrets=secret")
				.run();
			try {
				assertFaultsChangeNothing(context,
						(type == WebApplicationType.NONE) ? new RtmSender(rtm, context.getBean(Faults.class))
								: new WebhookSender((WebServerApplicationContext) context));
			}
			finally {
				context.getBean(Faults.class).end();
				close(context);
			}
		}
		finally {
			crisp.stop();
		}
	}

	private static void close(ConfigurableApplicationContext context) throws InterruptedException {
		Thread closing = new Thread(context::close);
		closing.start();
		closing.join(LIMIT.toMillis());
		assertThat(closing.isAlive()).as("closing").isFalse();
	}

	static Stream<Arguments> applications() {
		boolean virtual = Runtime.version().feature() >= 21;
		return Stream.of(WebApplicationType.SERVLET, WebApplicationType.REACTIVE, WebApplicationType.NONE)
			.flatMap((type) -> Stream.of(Arguments.of(type, false, false), Arguments.of(type, virtual, true)));
	}

	private void assertFaultsChangeNothing(ConfigurableApplicationContext context, Sender sender) throws Exception {
		Faults faults = context.getBean(Faults.class);
		CrispEventDispatcher dispatcher = context.getBean(CrispEventDispatcher.class);
		List<CompletableFuture<Integer>> answers = new ArrayList<>();
		faults.on = true;
		for (int i = 1; i <= EVENTS; i++) {
			answers.add(sender.send(i));
		}
		CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
		sender.awaitAccepted(dispatcher, EVENTS);
		await().atMost(LIMIT).until(() -> dispatcher.getPendingCount() == 0);
		faults.end();
		await().atMost(LIMIT).until(() -> dispatcher.getAbandonedThreadCount() == 0);
		// A reply that fails after the commit is reported although its event was handled
		long lost = dispatcher.getLostCounts().values().stream().mapToLong(Long::longValue).sum();
		assertThat((long) faults.reported.get()).isGreaterThanOrEqualTo(lost).isPositive();
		assertThat(faults.injected).extracting((injected) -> injected.substring(0, injected.indexOf(' ')))
			.containsAll(Stream.of(Point.values()).filter(faults::isUsed).map(Point::name).toList());
		assertThat(faults.injected).extracting((injected) -> injected.substring(injected.indexOf(' ') + 1))
			.containsAll(Stream.of(Fault.values()).map(Fault::name).toList());
		faults.handled.clear();
		List<CompletableFuture<Integer>> later = new ArrayList<>();
		for (int i = 1; i <= CONVERSATIONS; i++) {
			later.add(sender.send(EVENTS + i));
		}
		for (CompletableFuture<Integer> answer : later) {
			assertThat(answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(200);
		}
		await().atMost(LIMIT).until(() -> faults.handled.size() == CONVERSATIONS);
		assertThat(faults.handled).allSatisfy((fingerprint, times) -> assertThat(times).hasValue(1));
	}

	private static Map<String, Object> message(int fingerprint) {
		return Map.of("website_id", "w", "session_id", "session_" + fingerprint % CONVERSATIONS, "type", "text", "from",
				"user", "content", "Hi", "fingerprint", fingerprint);
	}

	/**
	 * Sends messages.
	 */
	private interface Sender {

		/**
		 * Send a message.
		 * @return the status of the response
		 */
		CompletableFuture<Integer> send(int fingerprint);

		void awaitAccepted(CrispEventDispatcher dispatcher, int count);

	}

	private static final class WebhookSender implements Sender {

		private final HttpClient http = HttpClient.newHttpClient();

		private final URI uri;

		WebhookSender(WebServerApplicationContext context) {
			this.uri = URI.create("http://localhost:" + context.getWebServer().getPort() + "/crisp/webhook");
		}

		@Override
		public CompletableFuture<Integer> send(int fingerprint) {
			String timestamp = Long.toString(System.currentTimeMillis());
			byte[] body = CrispJson.mapper()
				.writeValueAsBytes(Map.of("website_id", "w", "event", MessageSend.NAME, "data", message(fingerprint)));
			return this.http
				.sendAsync(HttpRequest.newBuilder(this.uri)
					.header("Content-Type", "application/json")
					.header("X-Crisp-Request-Timestamp", timestamp)
					.header("X-Crisp-Signature", new CrispSignature("secret").sign(timestamp, body))
					.POST(BodyPublishers.ofByteArray(body))
					.build(), BodyHandlers.discarding())
				.thenApply(HttpResponse::statusCode);
		}

		@Override
		public void awaitAccepted(CrispEventDispatcher dispatcher, int count) {
		}

	}

	private static final class RtmSender implements Sender {

		private final TestRtmServer server;

		private final Faults faults;

		RtmSender(TestRtmServer server, Faults faults) throws Exception {
			this.server = server;
			this.faults = faults;
			assertThat(server.awaitAuthentication()).isNotNull();
		}

		@Override
		public CompletableFuture<Integer> send(int fingerprint) {
			this.server.emit(MessageSend.NAME, message(fingerprint));
			return CompletableFuture.completedFuture(200);
		}

		@Override
		public void awaitAccepted(CrispEventDispatcher dispatcher, int count) {
			// The marker may fail, too; events are accepted in the order they are sent
			await().atMost(LIMIT).until(() -> {
				this.server.emit("session:removed", Map.of("website_id", "w", "session_id", "last"));
				return this.faults.marked;
			});
		}

	}

	/**
	 * Where the application's code is called.
	 */
	private enum Point {

		METHOD(true), ASSEMBLY(true), SUBSCRIPTION(true), LATER(true), FLUX(true), FUTURE(true), PLAIN(true),
		CONDITION(true), REPLY(true), OBSERVATION(false), STORE(false), TRANSACTION(false), DECORATOR(false),
		ERROR_HANDLER(true);

		/**
		 * Whether the time limit of the listeners applies.
		 */
		private final boolean mayHang;

		Point(boolean mayHang) {
			this.mayHang = mayHang;
		}

	}

	/**
	 * What the application's code does.
	 */
	private enum Fault {

		EXCEPTION, STACK_OVERFLOW, LINKAGE_ERROR, OUT_OF_MEMORY, THREAD_DEATH, HANG

	}

	/**
	 * Decides what goes wrong where: each event at one point, in one way.
	 */
	static class Faults {

		volatile boolean on;

		/**
		 * Whether the marker behind the events has been handled.
		 */
		volatile boolean marked;

		final AtomicInteger reported = new AtomicInteger();

		final Set<String> injected = ConcurrentHashMap.newKeySet();

		final Map<Long, AtomicInteger> handled = new ConcurrentHashMap<>();

		private final boolean transactional;

		private final Map<Point, AtomicLong> calls = new ConcurrentHashMap<>();

		private final Object monitor = new Object();

		Faults(boolean transactional) {
			this.transactional = transactional;
		}

		boolean isUsed(Point point) {
			return point != Point.TRANSACTION || this.transactional;
		}

		/**
		 * Go wrong for an event that is to go wrong at this point.
		 */
		void at(Point point, long fingerprint) {
			Point[] points = Point.values();
			if (this.on && points[(int) (fingerprint % points.length)] == point) {
				inject(point, fingerprint / points.length);
			}
		}

		/**
		 * Go wrong at times, where the event is not known.
		 */
		void at(Point point) {
			long call = this.calls.computeIfAbsent(point, (key) -> new AtomicLong()).incrementAndGet();
			if (this.on && call % 9 == 0) {
				inject(point, call / 9);
			}
		}

		private void inject(Point point, long number) {
			Fault fault = Fault.values()[(int) (number % Fault.values().length)];
			if (fault == Fault.HANG && !point.mayHang) {
				return;
			}
			this.injected.add(point + " " + fault);
			switch (fault) {
				case EXCEPTION -> throw new IllegalStateException("test");
				case STACK_OVERFLOW -> throw new StackOverflowError("test");
				case LINKAGE_ERROR -> throw new NoClassDefFoundError("test");
				case OUT_OF_MEMORY -> throw new OutOfMemoryError("test");
				case THREAD_DEATH -> throw threadDeath();
				case HANG -> hang();
			}
		}

		@SuppressWarnings({ "deprecation", "removal" })
		private Error threadDeath() {
			return new ThreadDeath();
		}

		/**
		 * As code does that ignores interruptions.
		 */
		private void hang() {
			synchronized (this.monitor) {
				while (this.on) {
					try {
						this.monitor.wait();
					}
					catch (InterruptedException ex) {
						// Continue to block
					}
				}
			}
		}

		void end() {
			this.on = false;
			synchronized (this.monitor) {
				this.monitor.notifyAll();
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Faults faults(Environment environment) {
			return new Faults(environment.getProperty("crisp.listener.transactional", Boolean.class, false));
		}

		@Bean
		Listeners listeners(Faults faults) {
			return new Listeners(faults);
		}

		@Bean
		CrispListenerErrorHandler errorHandler(Faults faults) {
			return (failure, event, delivery) -> {
				faults.reported.incrementAndGet();
				faults.at(Point.ERROR_HANDLER, fingerprint(event));
			};
		}

		private static long fingerprint(Object event) {
			return (event instanceof MessageSend message) ? message.fingerprint() : 0;
		}

		@Bean
		CrispEventDeduplicator deduplicator(Faults faults) {
			InMemoryCrispEventDeduplicator memory = new InMemoryCrispEventDeduplicator(10_000, Duration.ofHours(24),
					Clock.systemUTC());
			return (key) -> {
				faults.at(Point.STORE);
				return memory.claim(key);
			};
		}

		/**
		 * Spring Boot applies it to its own executor too, on which a request depends with
		 * Spring WebFlux and virtual threads. There it does not fail.
		 */
		@Bean
		TaskDecorator decorator(Faults faults) {
			return (task) -> () -> {
				if (Thread.currentThread().getName().startsWith("crisp-listener-")) {
					faults.at(Point.DECORATOR);
				}
				task.run();
			};
		}

		@Bean
		ObservationRegistry observationRegistry(Faults faults) {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(new FaultyHandler(faults));
			return registry;
		}

		@Bean
		PlatformTransactionManager transactionManager(Faults faults) {
			return new FaultyTransactions(faults);
		}

	}

	private record FaultyHandler(Faults faults) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			this.faults.at(Point.OBSERVATION);
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			this.faults.at(Point.OBSERVATION);
		}

		@Override
		public void onStop(Observation.Context context) {
			this.faults.at(Point.OBSERVATION);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof CrispEventContext;
		}

	}

	private static final class FaultyTransactions extends AbstractPlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		private final transient Faults faults;

		FaultyTransactions(Faults faults) {
			this.faults = faults;
		}

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			try {
				this.faults.at(Point.TRANSACTION);
			}
			catch (IllegalStateException ex) {
				throw new CannotCreateTransactionException("test", ex);
			}
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.faults.at(Point.TRANSACTION);
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.faults.at(Point.TRANSACTION);
		}

	}

	static class Listeners {

		private final ExecutorService threads = Executors.newCachedThreadPool();

		private final Faults faults;

		Listeners(Faults faults) {
			this.faults = faults;
		}

		@Order(1)
		@CrispListener
		void method(MessageSend message) {
			this.faults.at(Point.METHOD, message.fingerprint());
			if (this.faults.on
					&& Point.values()[(int) (message.fingerprint() % Point.values().length)] == Point.ERROR_HANDLER) {
				throw new IllegalStateException("for the error handler");
			}
		}

		@Order(2)
		@CrispListener
		Mono<Void> assembly(MessageSend message) {
			this.faults.at(Point.ASSEMBLY, message.fingerprint());
			return Mono.defer(() -> {
				this.faults.at(Point.SUBSCRIPTION, message.fingerprint());
				return Mono.empty();
			});
		}

		@Order(3)
		@CrispListener
		Mono<Void> later(MessageSend message) {
			return Mono.<Void>fromRunnable(() -> this.faults.at(Point.LATER, message.fingerprint()))
				.subscribeOn(Schedulers.boundedElastic());
		}

		@Order(4)
		@CrispListener
		Flux<Void> flux(MessageSend message) {
			return Flux.defer(() -> {
				this.faults.at(Point.FLUX, message.fingerprint());
				return Flux.empty();
			});
		}

		@Order(5)
		@CrispListener
		CompletableFuture<Void> future(MessageSend message) {
			return CompletableFuture.runAsync(() -> this.faults.at(Point.FUTURE, message.fingerprint()), this.threads);
		}

		@Order(6)
		@CrispListener(condition = "@listeners.isMet(#message)")
		void condition(MessageSend message) {
		}

		public boolean isMet(MessageSend message) {
			this.faults.at(Point.CONDITION, message.fingerprint());
			return true;
		}

		@Order(7)
		@CrispListener
		Iterable<String> reply(MessageSend message) {
			return () -> {
				this.faults.at(Point.REPLY, message.fingerprint());
				return List.of("Hello").iterator();
			};
		}

		@Order(8)
		@EventListener
		void plain(MessageSend message) {
			this.faults.at(Point.PLAIN, message.fingerprint());
		}

		@Order(9)
		@CrispListener
		void handled(MessageSend message, CrispDelivery delivery) {
			if (!this.faults.on) {
				this.faults.handled.computeIfAbsent(message.fingerprint(), (key) -> new AtomicInteger())
					.incrementAndGet();
			}
		}

		@CrispListener("session:removed")
		void last() {
			this.faults.marked = true;
		}

	}

}
