package io.github.crispspring.rtm;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.crispspring.client.CrispCredentials;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.CrispRetry;
import io.github.crispspring.client.CrispTier;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.InMemoryCrispEventDeduplicator;
import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.testsupport.WaitLimit;
import org.awaitility.Awaitility;
import reactor.netty.http.client.HttpClient;

import org.springframework.context.ApplicationEvent;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Realtime connection without an application context, with the events that it publishes.
 */
final class RtmTester implements AutoCloseable {

	final BlockingQueue<CrispApplicationEvent<?>> events = new LinkedBlockingQueue<>();

	final List<ApplicationEvent> stateEvents = new CopyOnWriteArrayList<>();

	volatile Consumer<CrispApplicationEvent<?>> listener = this.events::add;

	volatile Consumer<ApplicationEvent> stateListener = (event) -> {
	};

	final CrispRtm rtm;

	final CrispEventDispatcher dispatcher;

	private RtmTester(Settings settings) {
		this.dispatcher = CrispEventDispatcher
			.builder((event) -> this.listener.accept((CrispApplicationEvent<?>) event),
					new InMemoryCrispEventDeduplicator(1_000_000, Duration.ofHours(1), Clock.systemUTC()))
			.concurrency(64)
			.queueCapacity(settings.capacity)
			.build();
		CrispRest rest = CrispRest.builder(settings.webClient)
			.baseUrl(settings.rest)
			.credentials(new CrispCredentials("identifier", "swordfish", settings.tier))
			.retry(CrispRetry.none())
			.build();
		CrispRtmSettings rtmSettings = new CrispRtmSettings(settings.url,
				(settings.restUrl != null) ? settings.restUrl : settings.rest, settings.websiteId, settings.rooms,
				DataSize.ofMegabytes(10), settings.delay, settings.delay, settings.recover, true, settings.gracePeriod);
		CrispRtm.Builder builder = CrispRtm
			.builder(new CrispCredentials("identifier", settings.key, settings.tier), rtmSettings, rest,
					this.dispatcher)
			.httpClient(() -> settings.httpClient.get().followRedirect(true).responseTimeout(settings.responseTimeout))
			.eventNames(() -> Set.of("message:send"))
			.eventPublisher((event) -> {
				this.stateEvents.add((ApplicationEvent) event);
				this.stateListener.accept((ApplicationEvent) event);
			})
			.clock(settings.clock);
		if (settings.leadership != null) {
			builder.leadership(settings.leadership);
		}
		this.rtm = builder.build();
	}

	static Settings with() {
		return new Settings();
	}

	static RtmTester connectTo(URI url) {
		return with().url(url).start();
	}

	<T extends CrispRtmState> T await(Class<T> state) {
		Awaitility.await().until(() -> state.isInstance(this.rtm.state()));
		return state.cast(this.rtm.state());
	}

	/**
	 * Wait until a change to a state has been published, regardless of the current state.
	 */
	<T extends CrispRtmState> T awaitPublished(Class<T> state) {
		Awaitility.await().until(() -> this.stateEvents.stream().anyMatch((event) -> isTo(event, state)));
		return this.stateEvents.stream()
			.filter((event) -> isTo(event, state))
			.map((event) -> state.cast(((CrispRtmStateEvent) event).getState()))
			.findFirst()
			.orElseThrow();
	}

	private boolean isTo(ApplicationEvent event, Class<?> state) {
		return event instanceof CrispRtmStateEvent change && state.isInstance(change.getState());
	}

	CrispApplicationEvent<?> awaitEvent() throws InterruptedException {
		CrispApplicationEvent<?> event = this.events.poll(WaitLimit.SECONDS, TimeUnit.SECONDS);
		assertThat(event).as("an event").isNotNull();
		return event;
	}

	/**
	 * Stop, and wait until the connection is closed.
	 */
	void stop() {
		CountDownLatch stopped = new CountDownLatch(1);
		this.rtm.stop(stopped::countDown);
		try {
			assertThat(stopped.await(WaitLimit.SECONDS, TimeUnit.SECONDS)).as("stopped").isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		stop();
		this.dispatcher.destroy();
	}

	/**
	 * Settings that differ between tests.
	 */
	static final class Settings {

		private URI url;

		private URI rest = URI.create("http://localhost:1");

		private URI restUrl;

		private Supplier<WebClient.Builder> webClient = WebClient::builder;

		private String key = "swordfish";

		private CrispTier tier = CrispTier.PLUGIN;

		private String websiteId;

		private List<String> rooms = List.of();

		private Duration delay = Duration.ofMillis(20);

		private Duration responseTimeout = WaitLimit.DURATION;

		private int capacity = 10_000;

		private boolean recover;

		private Duration gracePeriod = Duration.ofMinutes(1);

		private Clock clock = Clock.systemUTC();

		private CrispRtmLeadership leadership;

		private Supplier<HttpClient> httpClient = HttpClient::newConnection;

		Settings url(URI url) {
			this.url = url;
			return this;
		}

		Settings key(String key) {
			this.key = key;
			return this;
		}

		Settings rest(String rest) {
			this.rest = URI.create(rest);
			return this;
		}

		/**
		 * Set the configured URL of the REST API, if it differs from the one that is
		 * called.
		 */
		Settings restUrl(String restUrl) {
			this.restUrl = URI.create(restUrl);
			return this;
		}

		Settings webClient(Supplier<WebClient.Builder> webClient) {
			this.webClient = webClient;
			return this;
		}

		Settings tier(CrispTier tier, String websiteId) {
			this.tier = tier;
			this.websiteId = websiteId;
			return this;
		}

		Settings rooms(String... rooms) {
			this.rooms = List.of(rooms);
			return this;
		}

		Settings delay(Duration delay) {
			this.delay = delay;
			return this;
		}

		Settings responseTimeout(Duration responseTimeout) {
			this.responseTimeout = responseTimeout;
			return this;
		}

		Settings capacity(int capacity) {
			this.capacity = capacity;
			return this;
		}

		Settings recover() {
			this.recover = true;
			return this;
		}

		Settings gracePeriod(Duration gracePeriod) {
			this.gracePeriod = gracePeriod;
			return this;
		}

		Settings clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		Settings httpClient(Supplier<HttpClient> httpClient) {
			this.httpClient = httpClient;
			return this;
		}

		Settings leadership(CrispRtmLeadership leadership) {
			this.leadership = leadership;
			return this;
		}

		RtmTester build() {
			return new RtmTester(this);
		}

		RtmTester start() {
			RtmTester tester = build();
			tester.rtm.start();
			return tester;
		}

	}

}
