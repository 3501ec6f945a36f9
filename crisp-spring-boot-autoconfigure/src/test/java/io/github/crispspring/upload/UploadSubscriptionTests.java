package io.github.crispspring.upload;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.crispspring.event.BucketUrlUploadGenerated;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.listener.CrispListener;
import io.github.crispspring.rtm.CrispRtm;
import io.github.crispspring.rtm.CrispRtmState;
import io.github.crispspring.rtm.TestRtmServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Subscription of the realtime connection to the event that uploads require.
 */
class UploadSubscriptionTests {

	private final TestRtmServer server = new TestRtmServer(Map.of("username", "identifier", "password", "key"));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean(Invoices.class)
		.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rest.base-url=http://localhost:1",
				"crisp.rtm.url=" + this.server.url(), "spring.reactor.netty.shutdown-quiet-period=10ms");

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void applicationWithoutListenerSubscribes() {
		this.contextRunner.run((context) -> assertThat(subscribed()).contains(BucketUrlUploadGenerated.NAME));
	}

	@Test
	void configuredEventsAreCompleted() {
		this.contextRunner.withUserConfiguration(WithListener.class)
			.withPropertyValues("crisp.rtm.events=message:*", "crisp.tier=user", "crisp.rtm.website-id=w")
			.run((context) -> assertThat(subscribed()).contains(BucketUrlUploadGenerated.NAME, MessageSend.NAME));
	}

	@Test
	void applicationThatDoesNotUploadDoesNotSubscribe() {
		new ApplicationContextRunner().withUserConfiguration(Application.class, WithListener.class)
			.withPropertyValues("crisp.identifier=identifier", "crisp.key=key",
					"crisp.rest.base-url=http://localhost:1", "crisp.rtm.url=" + this.server.url(),
					"crisp.rtm.events=message:send", "crisp.tier=user", "crisp.rtm.website-id=w",
					"spring.reactor.netty.shutdown-quiet-period=10ms")
			.run((context) -> assertThat(subscribed()).isEqualTo(List.of(MessageSend.NAME)));
	}

	@Test
	void connectionOfAnotherAccountDoesNotSubscribe() {
		this.contextRunner.withUserConfiguration(WithListener.class)
			.withPropertyValues("crisp.rtm.url=ws://localhost:1", "crisp.accounts.acme.identifier=identifier",
					"crisp.accounts.acme.key=key", "crisp.accounts.acme.rtm.url=" + this.server.url())
			.run((context) -> assertThat(subscribed()).contains(MessageSend.NAME)
				.doesNotContain(BucketUrlUploadGenerated.NAME));
	}

	@Test
	void connectionOfTheAccountThatUploadsSubscribes() {
		new ApplicationContextRunner().withUserConfiguration(Application.class, InvoicesOfAcme.class)
			.withPropertyValues("crisp.accounts.acme.identifier=identifier", "crisp.accounts.acme.key=key",
					"crisp.accounts.acme.rtm.url=" + this.server.url(), "crisp.accounts.b.identifier=identifier",
					"crisp.accounts.b.key=key", "crisp.accounts.b.rtm.enabled=false",
					"crisp.rest.base-url=http://localhost:1", "spring.reactor.netty.shutdown-quiet-period=10ms")
			.run((context) -> assertThat(subscribed()).contains(BucketUrlUploadGenerated.NAME));
	}

	@Test
	void uploadsThatAreCreatedLaterAreSubscribedToByAFurtherConnection() {
		lazily().withUserConfiguration(WithListener.class).run((context) -> {
			assertThat(subscribed()).doesNotContain(BucketUrlUploadGenerated.NAME);
			awaitReady(context);
			context.getBean(Invoices.class);
			assertThat(subscribed()).contains(BucketUrlUploadGenerated.NAME, MessageSend.NAME);
		});
	}

	@Test
	void connectionBeginsWithUploadsThatAreCreatedLater() {
		lazily().run((context) -> {
			assertThat(context.getBean(CrispRtm.class).isRunning()).isFalse();
			context.getBean(Invoices.class);
			assertThat(subscribed()).contains(BucketUrlUploadGenerated.NAME);
		});
	}

	private ApplicationContextRunner lazily() {
		return this.contextRunner.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));
	}

	private static void awaitReady(ApplicationContext context) {
		await().until(() -> context.getBean(CrispRtm.class).state() instanceof CrispRtmState.Ready);
	}

	@SuppressWarnings("unchecked")
	private Collection<String> subscribed() throws InterruptedException {
		return (Collection<String>) this.server.awaitAuthentication().get("events");
	}

	record Invoices(CrispUploads uploads) {

	}

	record InvoicesOfAcme(@Qualifier("acme") CrispUploads uploads) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class WithListener {

		@CrispListener
		void on(MessageSend message) {
		}

	}

}
