package io.github.crispspring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.dispatch.CrispListenerErrorHandler;
import io.github.crispspring.event.CrispDelivery;
import io.github.crispspring.event.CrispEvent;
import io.github.crispspring.event.CrispEventReader;
import io.github.crispspring.event.MessageSend;
import io.github.crispspring.json.CrispJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Events that are published in a transaction, as they are where that is asked for.
 */
class TransactionalPublicationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AutoConfigured.class, Log.class, Durable.class)
		.withPropertyValues("crisp.listener.transactional=true");

	@Test
	void eventIsHandledOnceItsTransactionIsCommitted() {
		this.contextRunner.withUserConfiguration(Listening.class).run((context) -> {
			dispatch(context);
			assertThat(log(context)).containsExactly("begin", "handled in transaction", "commit", "after commit");
		});
	}

	@Test
	void thereIsNoTransactionUnlessAskedFor() {
		this.contextRunner.withUserConfiguration(Listening.class)
			.withPropertyValues("crisp.listener.transactional=false")
			.run((context) -> {
				dispatch(context);
				assertThat(log(context)).containsExactly("handled");
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { Throwing.class, Erroneous.class, Unconditional.class })
	void failureOfAMethodRollsBackButKeepsNoOtherFromTheEvent(Class<?> failing) {
		this.contextRunner.withUserConfiguration(failing, Listening.class).run((context) -> {
			assertThatExceptionOfType(Throwable.class).isThrownBy(() -> dispatch(context));
			assertThat(log(context)).containsExactly("begin", "handled in transaction", "rollback");
		});
	}

	@Test
	void transactionOfAnEventWhoseTimeLimitHasPassedIsRolledBack() {
		this.contextRunner.withUserConfiguration(Slow.class, Listening.class)
			.withPropertyValues("crisp.listener.timeout=200ms")
			.run((context) -> {
				assertThatExceptionOfType(Throwable.class).isThrownBy(() -> dispatch(context));
				await().until(() -> context.getBean(CrispEventDispatcher.class).getAbandonedThreadCount() == 0);
				assertThat(log(context)).containsExactly("begin", "rollback");
			});
	}

	@Test
	void failureOfAPlainListenerRollsBack() {
		this.contextRunner.withUserConfiguration(Plain.class).run((context) -> {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> dispatch(context))
				.withMessage("plain");
			assertThat(log(context)).containsExactly("begin", "rollback");
		});
	}

	@Test
	void remainingWorkBeginsAfterTheCommitAndItsFailureIsReportedForAHandledEvent() {
		this.contextRunner.withUserConfiguration(Reactive.class).run((context) -> {
			dispatch(context);
			assertThat(log(context)).containsExactly("begin", "commit", "after commit", "subscribed");
			assertThat(context.getBean(AutoConfigured.class).failures).singleElement()
				.satisfies((failure) -> assertThat(failure).hasMessage("reactive"));
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void nothingThatRemainsIsDoneAfterARollback(boolean commitFails) {
		this.contextRunner.withUserConfiguration(Reactive.class).run((context) -> {
			FailingTransactions transactions = context.getBean(FailingTransactions.class);
			transactions.commitFails = commitFails;
			transactions.listenerFails = !commitFails;
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> dispatch(context));
			assertThat(log(context)).doesNotContain("subscribed");
			transactions.commitFails = false;
			transactions.listenerFails = false;
			dispatch(context);
			assertThat(log(context)).containsOnlyOnce("subscribed");
		});
	}

	@Test
	void replyThatFailsAfterTheCommitIsRetriedAlone() {
		WireMockServer crisp = new WireMockServer(WireMockConfiguration.options().dynamicPort());
		crisp.start();
		crisp.stubFor(post(anyUrl()).inScenario("reply").willReturn(serverError()).willSetStateTo("recovered"));
		crisp.stubFor(post(anyUrl()).inScenario("reply")
			.whenScenarioStateIs("recovered")
			.willReturn(okJson("{\"data\":{\"fingerprint\":1}}")));
		try {
			this.contextRunner.withUserConfiguration(Replying.class)
				.withPropertyValues("crisp.identifier=identifier", "crisp.key=key", "crisp.rtm.enabled=false",
						"crisp.rest.base-url=" + crisp.baseUrl(), "crisp.rest.retry.enabled=false")
				.run((context) -> {
					dispatch(context);
					crisp.verify(2, postRequestedFor(anyUrl()));
					assertThat(log(context)).containsExactly("begin", "replying", "commit", "after commit");
				});
		}
		finally {
			crisp.stop();
		}
	}

	@Test
	void eventWhoseTransactionCannotBeCommittedIsNotHandled() {
		this.contextRunner.withUserConfiguration(Listening.class).run((context) -> {
			context.getBean(FailingTransactions.class).commitFails = true;
			assertThatExceptionOfType(TransactionSystemException.class).isThrownBy(() -> dispatch(context));
			assertThat(log(context)).doesNotContain("after commit");
			context.getBean(FailingTransactions.class).commitFails = false;
			dispatch(context);
			assertThat(log(context)).contains("after commit");
		});
	}

	@Test
	void startIsStoppedWithoutATransactionManager() {
		assertStartIsStopped(new ApplicationContextRunner().withUserConfiguration(AutoConfigured.class));
	}

	@Test
	void startIsStoppedWithoutTransactions() {
		assertStartIsStopped(new ApplicationContextRunner().withUserConfiguration(AutoConfigured.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.transaction")));
	}

	@Test
	void startIsStoppedWhereItIsNotClearWhichTransactionManager() {
		assertStartIsStopped(new ApplicationContextRunner().withUserConfiguration(AutoConfigured.class, Log.class)
			.withBean("another", PlatformTransactionManager.class, FailingTransactions::new));
	}

	private void assertStartIsStopped(ApplicationContextRunner contextRunner) {
		contextRunner.withPropertyValues("crisp.listener.transactional=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("crisp.listener.transactional")
				.hasMessageContaining("spring-boot-starter-jdbc"));
	}

	private static Iterable<String> log(AssertableApplicationContext context) {
		return context.getBean(FailingTransactions.class).log;
	}

	private static void dispatch(AssertableApplicationContext context) {
		JsonNode raw = CrispJson.mapper()
			.createObjectNode()
			.put("website_id", "w")
			.put("session_id", "s")
			.put("fingerprint", 1);
		CrispEvent event = context.getBean(CrispEventReader.class).read(MessageSend.NAME, null, raw);
		context.getBean(CrispEventDispatcher.class)
			.dispatch(event, CrispDelivery.first(CrispDelivery.Transport.WEBHOOK, Instant.EPOCH, raw))
			.block(Duration.ofSeconds(10));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class AutoConfigured {

		final List<Throwable> failures = new CopyOnWriteArrayList<>();

		@Bean
		CrispListenerErrorHandler errors() {
			return (failure, event, delivery) -> this.failures.add(failure);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Log {

		@Bean
		FailingTransactions transactionManager() {
			return new FailingTransactions();
		}

	}

	static class FailingTransactions extends ListenerBeansTests.Transactions {

		private static final long serialVersionUID = 1L;

		volatile boolean commitFails;

		volatile boolean listenerFails;

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.commitFails) {
				throw new TransactionSystemException("commit");
			}
			super.doCommit(status);
		}

	}

	abstract static class Noting {

		final FailingTransactions transactions;

		Noting(FailingTransactions transactions) {
			this.transactions = transactions;
		}

		void note(String what) {
			this.transactions.log.add(what);
		}

	}

	static class Durable extends Noting {

		Durable(FailingTransactions transactions) {
			super(transactions);
		}

		@TransactionalEventListener
		void on(CrispEvent event) {
			note("after commit");
		}

	}

	static class Listening extends Noting {

		Listening(FailingTransactions transactions) {
			super(transactions);
		}

		@CrispListener
		void on(MessageSend message) {
			note(TransactionSynchronizationManager.isActualTransactionActive() ? "handled in transaction" : "handled");
		}

	}

	static class Throwing {

		@CrispListener
		void on(MessageSend message) {
			throw new IllegalStateException("method");
		}

	}

	static class Erroneous {

		@CrispListener
		void on(MessageSend message) {
			throw new AssertionError("method");
		}

	}

	static class Unconditional {

		@CrispListener(condition = "#message.content().text().length() > 0")
		void on(MessageSend message) {
		}

	}

	static class Slow {

		@CrispListener
		void on(MessageSend message) {
			LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
		}

	}

	static class Plain {

		@EventListener
		void on(MessageSend message) {
			throw new IllegalStateException("plain");
		}

	}

	static class Reactive extends Noting {

		Reactive(FailingTransactions transactions) {
			super(transactions);
		}

		@CrispListener
		Mono<Void> on(MessageSend message) {
			return Mono.defer(() -> {
				note("subscribed");
				return Mono.error(new IllegalStateException("reactive"));
			});
		}

		@CrispListener
		void fail(MessageSend message) {
			if (this.transactions.listenerFails) {
				throw new IllegalStateException("listener");
			}
		}

	}

	static class Replying extends Noting {

		Replying(FailingTransactions transactions) {
			super(transactions);
		}

		@CrispListener
		String on(MessageSend message) {
			note("replying");
			return "Hello";
		}

	}

}
