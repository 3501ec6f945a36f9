package io.github.crispspring.autoconfigure;

import java.util.Collection;
import java.util.Map;

import io.github.crispspring.event.MessageRemoved;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Subscriptions for listeners of application contexts that are opened later.
 */
class RtmSubscriptionsTests {

	private final TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"crisp.rtm.url=" + this.server.url(), "spring.reactor.netty.shutdown-quiet-period=10ms");

	private final AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext();

	@AfterEach
	void close() {
		this.child.close();
		this.server.close();
	}

	@Test
	void connectionBeginsWithTheFirstListener() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(CrispRtm.class).isRunning()).isFalse();
			open(context, Sent.class);
			assertThat(subscribed()).contains(MessageSend.NAME);
		});
	}

	@Test
	void furtherEventsAreSubscribedToByAFurtherConnection() {
		this.contextRunner.withUserConfiguration(Sent.class).run((context) -> {
			assertThat(subscribed()).contains(MessageSend.NAME).doesNotContain(MessageRemoved.NAME);
			awaitReady(context);
			open(context, Removed.class);
			assertThat(subscribed()).contains(MessageSend.NAME, MessageRemoved.NAME);
		});
	}

	@Test
	void contextWithoutFurtherEventsKeepsTheConnection() {
		this.contextRunner.withUserConfiguration(Sent.class).run((context) -> {
			awaitReady(context);
			open(context, Sent.class);
			awaitReady(context);
			assertThat(context.getBean(CrispRtm.class).history().reconnects()).isZero();
		});
	}

	@Test
	void connectionThatTheApplicationStoppedRemainsStopped() {
		this.contextRunner.withUserConfiguration(Sent.class).run((context) -> {
			awaitReady(context);
			context.getBean(CrispRtm.class).stop();
			open(context, Removed.class);
			assertThat(context.getBean(CrispRtm.class).isRunning()).isFalse();
		});
	}

	private static void awaitReady(ApplicationContext context) {
		await().until(() -> context.getBean(CrispRtm.class).state() instanceof CrispRtmState.Ready);
	}

	@SuppressWarnings("unchecked")
	private Collection<String> subscribed() throws InterruptedException {
		return (Collection<String>) this.server.awaitAuthentication().get("events");
	}

	private void open(ApplicationContext parent, Class<?> source) {
		this.child.setParent(parent);
		this.child.register(source);
		this.child.refresh();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Sent {

		@CrispListener
		void on(MessageSend message) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Removed {

		@CrispListener
		void on(MessageRemoved event) {
		}

	}

}
