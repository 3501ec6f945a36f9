package io.github.crispspring.listener;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import io.github.crispspring.message.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Listeners in a hierarchy of application contexts.
 */
class ListenerContextsTests {

	@RegisterExtension
	static ListenerTester crisp = new ListenerTester();

	private final List<ConfigurableApplicationContext> contexts = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		for (int i = this.contexts.size() - 1; i >= 0; i--) {
			this.contexts.get(i).close();
		}
	}

	@Test
	void listenerInTheParentOfTheDispatcherReceivesEachEventOnceWithItsFilters() {
		ConfigurableApplicationContext parent = start(null, Listening.class);
		ConfigurableApplicationContext child = start(parent, AutoConfigured.class);
		assertReceivesOnce(child, parent);
	}

	@Test
	void listenerInTheGrandparentOfTheDispatcherReceivesEachEventOnceWithItsFilters() {
		ConfigurableApplicationContext grandparent = start(null, Listening.class);
		ConfigurableApplicationContext parent = start(grandparent, Empty.class);
		assertReceivesOnce(start(parent, AutoConfigured.class), grandparent);
	}

	@Test
	void listenerInAChildOfTheDispatcherReceivesEachEventOnceWithItsFilters() {
		ConfigurableApplicationContext parent = start(null, AutoConfigured.class);
		assertReceivesOnce(parent, start(parent, Listening.class));
	}

	@Test
	void listenerInAnAutoConfiguredChildReceivesEachEventOnceWithItsFilters() {
		ConfigurableApplicationContext parent = start(null, AutoConfigured.class);
		ConfigurableApplicationContext child = start(parent, AutoConfigured.class, Listening.class);
		assertThat(child.getBean(CrispEventDispatcher.class)).isSameAs(parent.getBean(CrispEventDispatcher.class));
		assertReceivesOnce(child, child);
	}

	@Test
	void listenerInAChildThatIsNoSpringApplicationReceivesEachEventOnceWithItsFilters() {
		ConfigurableApplicationContext parent = start(null, AutoConfigured.class);
		assertReceivesOnce(parent, open(parent, Listening.class));
	}

	@Test
	void listenerInTheContextOfTheDispatcherReceivesEachEventOnceBesideOtherContexts() {
		ConfigurableApplicationContext parent = start(null, Empty.class);
		ConfigurableApplicationContext context = start(parent, AutoConfigured.class, Listening.class);
		open(context, Empty.class);
		assertReceivesOnce(context, context);
	}

	@Test
	void listenersInSeveralContextsReceiveEachEventOnce() {
		ConfigurableApplicationContext parent = start(null, Listening.class);
		ConfigurableApplicationContext context = start(parent, AutoConfigured.class, Listening.class);
		ConfigurableApplicationContext child = open(context, Listening.class);
		send(context, "user", 1);
		for (ConfigurableApplicationContext each : List.of(parent, context, child)) {
			assertThat(each.getBean(Listening.class).received).containsExactly("w USER WEBHOOK");
		}
	}

	@Test
	void eachDispatcherReachesTheListenersOfItsOwnHierarchyOnce() {
		ConfigurableApplicationContext parent = start(null, Listening.class);
		ConfigurableApplicationContext first = start(parent, AutoConfigured.class);
		ConfigurableApplicationContext second = start(parent, AutoConfigured.class, Listening.class);
		send(first, "user", 1);
		assertThat(parent.getBean(Listening.class).received).hasSize(1);
		assertThat(second.getBean(Listening.class).received).isEmpty();
		send(second, "user", 2);
		assertThat(parent.getBean(Listening.class).received).hasSize(2);
		assertThat(second.getBean(Listening.class).received).hasSize(1);
	}

	@Test
	void eventThatTheApplicationPublishesInAChildIsReceivedOnce() {
		ConfigurableApplicationContext parent = start(null, AutoConfigured.class);
		ConfigurableApplicationContext child = open(parent, Listening.class);
		child.publishEvent(
				parent.getBean(CrispEventReader.class)
					.read(MessageSend.NAME, null, CrispJson.mapper()
						.<JsonNode>valueToTree(
								Map.of("website_id", "w", "session_id", "s", "from", "user", "fingerprint", 1))));
		assertThat(child.getBean(Listening.class).received).containsExactly("w USER APPLICATION");
	}

	@Test
	void listenerOfAClosedChildReceivesNothingMore() {
		ConfigurableApplicationContext parent = start(null, AutoConfigured.class);
		ConfigurableApplicationContext child = open(parent, Listening.class);
		Listening listening = child.getBean(Listening.class);
		child.close();
		send(parent, "user", 1);
		assertThat(listening.received).isEmpty();
		assertThat(parent.getBean(CrispListenerRegistry.class).listeners()).isEmpty();
	}

	@Test
	void invalidListenerInAChildStopsTheChildOnly() {
		ConfigurableApplicationContext parent = start(null, AutoConfigured.class, Listening.class);
		assertThatExceptionOfType(InvalidListenerException.class).isThrownBy(() -> open(parent, Invalid.class))
			.withMessageContaining("Invalid.on");
		assertReceivesOnce(parent, parent);
	}

	private void assertReceivesOnce(ConfigurableApplicationContext dispatching,
			ConfigurableApplicationContext listening) {
		send(dispatching, "operator", 1);
		send(dispatching, "user", 2);
		assertThat(listening.getBean(Listening.class).received).containsExactly("w USER WEBHOOK");
		assertThat(crisp.calls()).containsExactly("POST message text");
	}

	private static void send(ConfigurableApplicationContext context, String from, int fingerprint) {
		ListenerTester.dispatch(context, MessageSend.NAME,
				Map.of("from", from, "type", "text", "content", "Hi", "fingerprint", fingerprint));
	}

	private ConfigurableApplicationContext start(ConfigurableApplicationContext parent, Class<?>... sources) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(sources);
		if (parent != null) {
			application.parent(parent);
		}
		ConfigurableApplicationContext context = application.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "crisp.rtm.enabled=false", "crisp.identifier=identifier",
					"crisp.key=key", "crisp.rest.base-url=" + crisp.baseUrl(),
					"spring.reactor.netty.shutdown-quiet-period=10ms")
			.run();
		this.contexts.add(context);
		return context;
	}

	private ConfigurableApplicationContext open(ConfigurableApplicationContext parent, Class<?>... sources) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.setParent(parent);
		context.register(sources);
		context.refresh();
		this.contexts.add(context);
		return context;
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	static class Listening {

		final List<String> received = new CopyOnWriteArrayList<>();

		@CrispListener(from = Sender.USER, condition = "#message.websiteId == 'w'")
		String on(MessageSend message, CrispDelivery delivery) {
			this.received.add(message.websiteId() + " " + message.from() + " " + delivery.transport());
			return "Hello!";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Invalid {

		@Bean
		String name() {
			return "invalid";
		}

		@CrispListener
		void on(String text) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

	}

}
