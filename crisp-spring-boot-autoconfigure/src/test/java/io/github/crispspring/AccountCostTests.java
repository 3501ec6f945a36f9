package io.github.crispspring;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Measures what each further account with a realtime connection costs. The figures are
 * printed; threads are also asserted, as their number does not depend on the machine.
 */
@Tag("long")
class AccountCostTests {

	private static final int FURTHER = 40;

	@Test
	void furtherAccountsHaveNoThreadsOfTheirOwn() {
		try (TestRtmServer server = new TestRtmServer(Map.of())) {
			Usage of2 = measure(server, 2);
			Usage of42 = measure(server, 2 + FURTHER);
			System.out.printf("Each of %d further accounts: %.1f KB of heap, %.2f threads, %.1f bean definitions%n",
					FURTHER, (of42.heap() - of2.heap()) / 1024.0 / FURTHER,
					(of42.threads() - of2.threads()) / (double) FURTHER,
					(of42.beans() - of2.beans()) / (double) FURTHER);
			assertThat(of42.threads() - of2.threads()).isLessThan(FURTHER / 4);
		}
	}

	private static Usage measure(TestRtmServer server, int accounts) {
		String[] properties = IntStream.range(0, accounts)
			.boxed()
			.flatMap((i) -> Stream.of("identifier=a" + i, "key=key", "rtm.url=" + server.url())
				.map((property) -> "--crisp.accounts.a" + i + "." + property))
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.reactor.netty.shutdown-quiet-period=10ms",
					"crisp.rest.base-url=http://localhost:1")
			.run(properties)) {
			await().until(() -> context.getBeansOfType(CrispRtm.class)
				.values()
				.stream()
				.allMatch((rtm) -> rtm.state() instanceof CrispRtmState.Ready));
			// Threads of the server and of the JVM are in both measurements
			return new Usage(heap(),
					Thread.getAllStackTraces().keySet().stream().filter(AccountCostTests::ofClient).count(),
					context.getBeanDefinitionCount());
		}
	}

	private static boolean ofClient(Thread thread) {
		return thread.getName().startsWith("crisp-") || thread.getName().startsWith("reactor-");
	}

	private static long heap() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return runtime.totalMemory() - runtime.freeMemory();
	}

	private record Usage(long heap, long threads, int beans) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@CrispListener
		void on(MessageSend message, CrispDelivery delivery) {
		}

	}

}
